package io.broadsheet.web.fetch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a URL between the slashes and the path, as written: what a parser would make
 * canonical is exactly what has to be seen here.
 *
 * @param hasUserInfo whether an at sign stands in it
 * @param host lower-case, without a trailing dot, otherwise as written; with its brackets
 * @param port as written; empty if there is none
 */
record Authority(boolean hasUserInfo, String host, String port) {

    private static final Pattern PORT = Pattern.compile("[0-9]{0,5}");
    private static final int PORT_MAX = 65_535;

    /** Of a text that has two slashes behind its scheme. */
    static Authority of(String url) {
        String authority = between(url, url.indexOf("//") + 2);
        int at = authority.lastIndexOf('@');
        String hostAndPort = authority.substring(at + 1);
        int hostEnd = hostEnd(hostAndPort);
        return new Authority(
                at >= 0,
                plain(hostAndPort.substring(0, hostEnd)),
                hostAndPort.substring(Math.min(hostEnd + 1, hostAndPort.length())));
    }

    private static String between(String url, int start) {
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(start, end);
    }

    private static int hostEnd(String hostAndPort) {
        int colon = hostAndPort.indexOf(':', Math.max(0, hostAndPort.indexOf(']')));
        return colon < 0 ? hostAndPort.length() : colon;
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** What is wrong with it, whatever the policy. */
    Optional<UrlVetting.Stopped> breach() {
        if (hasUserInfo) {
            return stop(RefusalCode.URL_USERINFO, "credentials in it");
        }
        if (host.isEmpty() || host.indexOf('%') >= 0) {
            return stop(RefusalCode.URL_BAD_HOST, "no host, or an escaped one");
        }
        return PORT.matcher(port).matches() && (port.isEmpty() || isInRange())
                ? Optional.empty()
                : stop(RefusalCode.URL_MALFORMED, "no such port");
    }

    private boolean isInRange() {
        return Integer.parseInt(port) <= PORT_MAX;
    }

    private static Optional<UrlVetting.Stopped> stop(RefusalCode code, String detail) {
        return Optional.of(new UrlVetting.Stopped(code, detail));
    }
}
