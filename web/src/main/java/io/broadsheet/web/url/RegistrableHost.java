package io.broadsheet.web.url;

import crawlercommons.domains.EffectiveTldFinder;

import java.util.Optional;

/**
 * The part of a host that someone registered, by the public suffix list: {@code bbc.co.uk} of
 * {@code news.bbc.co.uk}. It names who is answerable for a site, so politeness is counted by it.
 */
public final class RegistrableHost {

    private RegistrableHost() {}

    /**
     * The registrable host of a URL. Addresses, names without a dot and names that are a public
     * suffix themselves stand for themselves. Empty if the URL is no absolute http or https URL.
     * Never throws.
     */
    public static Optional<String> of(String url) {
        return WebUrl.parse(url).map(RegistrableHost::of);
    }

    private static String of(WebUrl url) {
        return url.isAddress()
                ? url.host()
                : Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(url.host(), true, false))
                        .filter(registered -> !registered.isEmpty())
                        .orElse(url.host());
    }
}
