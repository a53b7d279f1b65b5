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
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return i > 0;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && !(i > 0 && later)) {
                return false;
            }
        }
        return false;
    }

    /** Whether it can be opened in a browser. */
    public static boolean isWeb(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
