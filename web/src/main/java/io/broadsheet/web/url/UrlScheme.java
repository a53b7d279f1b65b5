package io.broadsheet.web.url;

/** Schemes of URLs, by RFC 3986, section 3.1. */
public final class UrlScheme {

    private UrlScheme() {}

    /** Whether a scheme may have the character behind its first one, which is a letter. */
    public static boolean mayHave(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '-'
                || c == '.';
    }
}
