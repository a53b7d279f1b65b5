package io.broadsheet.enrich.image.service;

import io.broadsheet.web.url.RegistrableHost;
import io.broadsheet.web.url.WebUrl;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose host an image lies on, in few words: there is no end of hosts, and metrics need one. The
 * same registrable domain as the article's is {@code own}; the big services that serve pictures for
 * many publishers go by their names; all others are {@code other}.
 */
final class HostKind {

    static final String OWN = "own";
    static final String OTHER = "other";

    /** Each with its hosts; where one of them fails, pictures of many sources fail at once. */
    private static final List<Service> SERVICES =
            List.of(
                    new Service("akamai", List.of("akamaihd.net", "akamaized.net", "edgekey.net")),
                    new Service("cloudfront", List.of("cloudfront.net")),
                    new Service("amazon_s3", List.of("amazonaws.com")),
                    new Service("azure", List.of("azureedge.net", "windows.net", "azurefd.net")),
                    new Service("fastly", List.of("fastly.net", "fastlylb.net")),
                    new Service(
                            "google",
                            List.of("googleusercontent.com", "ggpht.com", "googleapis.com")),
                    new Service("blogger", List.of("bp.blogspot.com")),
                    new Service("youtube", List.of("ytimg.com")),
                    new Service("wordpress", List.of("wp.com", "wordpress.com")),
                    new Service("cloudinary", List.of("cloudinary.com")),
                    new Service("imgix", List.of("imgix.net")),
                    new Service("facebook", List.of("fbcdn.net", "cdninstagram.com")));

    private record Service(String name, List<String> domains) {

        boolean has(String host) {
            return domains.stream()
                    .anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
        }
    }

    private HostKind() {}

    /**
     * Of an image.
     *
     * @param articleUrl null if it is not known
     */
    static String of(String imageUrl, @Nullable String articleUrl) {
        Optional<String> site = RegistrableHost.of(imageUrl);
        if (articleUrl != null && site.isPresent() && site.equals(RegistrableHost.of(articleUrl))) {
            return OWN;
        }
        return WebUrl.parse(imageUrl)
                .map(url -> url.host().toLowerCase(Locale.ROOT))
                .flatMap(host -> SERVICES.stream().filter(it -> it.has(host)).findFirst())
                .map(Service::name)
                .orElse(OTHER);
    }
}
