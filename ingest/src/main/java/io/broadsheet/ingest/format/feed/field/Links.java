package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.web.url.NormalizedUrl;

import java.util.Locale;

/** Addresses in feeds. An absolute one stays as written, a relative one is resolved. */
public final class Links {

    private Links() {}

    /** The address as it is meant in that element. */
    public static String resolved(XmlElement element, String written) {
        return resolved(element.base(), written);
    }

    /** The address as it is meant in a document of that address. */
    public static String resolved(String base, String written) {
        String address = written.strip();
        return address.isEmpty() || hasScheme(address) || base.isBlank()
                ? address
                : NormalizedUrl.resolve(base, address).orElse(address);
    }

    /** Whether it names a scheme itself: then it is not relative (RFC 3986, section 4.1). */
    static boolean hasScheme(String address) {
        int at = 0;
        while (at < address.length() && isScheme(address.charAt(at), at)) {
            at++;
        }
        return at > 0 && at < address.length() && address.charAt(at) == ':';
    }

    private static boolean isScheme(char c, int at) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (at > 0 && "0123456789+-.".indexOf(c) >= 0);
    }

    /**
     * Whether it is an absolute address of the web with a host. Most are plain and need no parser
     * to be told so.
     */
    static boolean isAbsoluteWeb(String address) {
        String stripped = address.strip();
        return isPlain(stripped) || NormalizedUrl.ofLink(address).isPresent();
    }

    private static boolean isPlain(String address) {
        int start = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : -1;
        return start > 0
                && start < address.length()
                && isPlainHost(address, start)
                && address.chars().allMatch(Links::isPlain);
    }

    private static boolean isPlain(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || "0123456789/.-_~?=&+,:".indexOf(c) >= 0;
    }

    /** Names with a point that begin and end with a letter; numbers are left to the parser. */
    private static boolean isPlainHost(String address, int from) {
        int slash = address.indexOf('/', from);
        int end = slash < 0 ? address.length() : slash;
        boolean dotted = false;
        for (int i = from; i < end; i++) {
            char c = address.charAt(i);
            dotted |= c == '.';
            if (!(c >= 'a' && c <= 'z')
                    && (c != '.' || i == from || address.charAt(i - 1) == '.')) {
                return false;
            }
        }
        return dotted && address.charAt(end - 1) != '.';
    }

    /** Whether it can be opened in a browser. */
    public static boolean isWeb(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
