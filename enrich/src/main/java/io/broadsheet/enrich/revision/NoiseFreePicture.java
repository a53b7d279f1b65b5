package io.broadsheet.enrich.revision;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ImageRole;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pictures without what changes by itself: the faces of those who wrote or commented, and
 * parameters that only keep caches from answering.
 */
final class NoiseFreePicture {

    /** Parameters whose value is only there to be another one. */
    private static final Set<String> BUSTERS =
            Set.of(
                    "_",
                    "t",
                    "ts",
                    "time",
                    "timestamp",
                    "cb",
                    "cachebuster",
                    "cachebust",
                    "nocache",
                    "rand",
                    "random",
                    "rnd");

    /** Parameters that name a version: noise only where they are a time. */
    private static final Set<String> VERSIONS = Set.of("v", "ver", "version");

    private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");

    private static final Pattern AVATAR =
            Pattern.compile(
                    "gravatar\\.com/|/avatars?/|//avatars?\\d*\\.|/userpics?/|/profile_images/");

    private static final Set<ImageRole> SHOWN =
            Set.of(ImageRole.LEAD, ImageRole.THUMBNAIL, ImageRole.SOCIAL);

    private NoiseFreePicture() {}

    /** Whether it is the face of somebody, and no picture of the article's own choice. */
    static boolean isAvatar(ArticleImage image) {
        return image.getRoles().stream().noneMatch(SHOWN::contains)
                && AVATAR.matcher(image.getUrl().toLowerCase(Locale.ROOT)).find();
    }

    /** An address without parameters that are noise. */
    static String url(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        int hash = url.indexOf('#', query);
        String parameters = url.substring(query + 1, hash < 0 ? url.length() : hash);
        List<String> kept =
                Arrays.stream(parameters.split("&")).filter(it -> !isNoise(it)).toList();
        String rest = kept.stream().collect(Collectors.joining("&"));
        return url.substring(0, query) + (rest.isEmpty() ? "" : "?" + rest);
    }

    private static boolean isNoise(String parameter) {
        String[] parts = parameter.split("=", 2);
        String name = parts[0].toLowerCase(Locale.ROOT);
        String value = parts.length > 1 ? parts[1] : "";
        return BUSTERS.contains(name)
                || EPOCH.matcher(name).matches()
                || (VERSIONS.contains(name) && EPOCH.matcher(value).matches());
    }
}
