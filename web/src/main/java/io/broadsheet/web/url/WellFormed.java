package io.broadsheet.web.url;

/** Text that can be encoded: half of a surrogate pair would silently become a question mark. */
final class WellFormed {

    private static final int REPLACEMENT = 0xFFFD;

    private WellFormed() {}

    /** The text with U+FFFD, as the URL standard has it, where a surrogate stands alone. */
    static String of(String text) {
        return text.codePoints()
                .map(c -> isSurrogate(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
