package io.broadsheet.web.fetch;

import java.util.Optional;

/**
 * One request, and what it may lead to.
 *
 * @param url absolute, as written
 * @param referer value of the Referer header, if one is to be sent
 * @param accept value of the Accept header
 * @param limits what it may cost
 * @param asking how
 */
public record FetchRequest(
        String url, Optional<String> referer, String accept, FetchLimits limits, Asking asking) {

    /** A plain GET. */
    public FetchRequest(String url, Optional<String> referer, String accept, FetchLimits limits) {
        this(url, referer, accept, limits, Asking.PLAINLY);
    }
}
