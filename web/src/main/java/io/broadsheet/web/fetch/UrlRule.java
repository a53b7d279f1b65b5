package io.broadsheet.web.fetch;

import io.broadsheet.web.url.WebUrl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the text of a URL must look like to be asked for: so plain that no two parsers read it
 * differently, and naming no place of the local network.
 */
final class UrlRule {

    private static final int CHARS_MAX = 2_048;

    /** RFC 6761, 6762, 7686, 8375; {@code internal} as ICANN set it aside in 2024. */
    private static final List<String> LOCAL_SUFFIXES =
            List.of(".localhost", ".local", ".internal", ".onion", ".home.arpa");

    private final EgressPolicy policy;

    UrlRule(EgressPolicy policy) {
        this.policy = policy;
    }

    /** Judges an absolute URL as written. */
    UrlVetting vet(String text) {
        return textBreach(text)
                .or(() -> Authority.of(text).breach())
                .<UrlVetting>map(breach -> breach)
                .orElseGet(() -> vetHost(text));
    }

    private static Optional<UrlVetting.Stopped> textBreach(String text) {
        if (text.length() > CHARS_MAX) {
            return stop(RefusalCode.URL_TOO_LONG, text.length() + " characters");
        }
        if (text.chars().anyMatch(UrlRule::isForbidden)) {
            return stop(RefusalCode.URL_MALFORMED, "a control, space or backslash in it");
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? stop(RefusalCode.URL_MALFORMED, "no scheme")
                : schemeBreach(text.substring(0, colon), text.substring(colon + 1));
    }

    private static boolean isForbidden(int c) {
        return c <= ' '
                || c == '\\'
                || Character.isISOControl(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static Optional<UrlVetting.Stopped> schemeBreach(String scheme, String rest) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http", "https" ->
                    rest.startsWith("//") && !rest.startsWith("///")
                            ? Optional.empty()
                            : stop(RefusalCode.URL_MALFORMED, "not two slashes behind the scheme");
            default -> stop(RefusalCode.URL_SCHEME, "neither http nor https");
        };
    }

    private UrlVetting vetHost(String text) {
        return WebUrl.parse(text)
                .map(url -> vetParsed(url, Authority.of(text).host()))
                .orElseGet(() ->
                        new UrlVetting.Stopped(RefusalCode.URL_BAD_HOST, "no such host can exist"));
    }

    private UrlVetting vetParsed(WebUrl url, String writtenHost) {
        if (url.isAddress() && !writtenHost.equals(url.host())) {
            return new UrlVetting.Stopped(
                    RefusalCode.URL_BAD_HOST, "an unusual way to write " + url.host());
        }
        if (!policy.allowsPort(url.port())) {
            return new UrlVetting.Stopped(RefusalCode.URL_BLOCKED_PORT, "port " + url.port());
        }
        return isLocalName(url) && !policy.localNames()
                ? new UrlVetting.Stopped(
                        RefusalCode.URL_BLOCKED_HOST, url.host() + " is a local name")
                : new UrlVetting.Passed(url);
    }

    private static boolean isLocalName(WebUrl url) {
        String host = url.host();
        return !url.isAddress()
                && (host.indexOf('.') < 0 || LOCAL_SUFFIXES.stream().anyMatch(host::endsWith));
    }

    private static Optional<UrlVetting.Stopped> stop(RefusalCode code, String detail) {
        return Optional.of(new UrlVetting.Stopped(code, detail));
    }
}
