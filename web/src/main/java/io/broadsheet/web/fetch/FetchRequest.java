package io.broadsheet.web.fetch;

import java.util.Optional;

/**
 * One GET.
 *
 * @param url absolute, as written
 * @param referer value of the Referer header, if one is to be sent
 * @param accept value of the Accept header
 * @param limits what it may cost
 */
public record FetchRequest(
        String url, Optional<String> referer, String accept, FetchLimits limits) {}
