package io.broadsheet.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Encodings of XML that are not read byte by byte as ASCII is, told by how {@code <} and {@code
 * <?xm} look in them (XML 1.0, appendix F): UTF-32 and EBCDIC.
 *
 * @param charset to decode with
 * @param markBytes length of the byte order mark before the text
 * @param declared whether the document says so itself
 */
record XmlFamily(Charset charset, int markBytes, boolean declared) {

    private static final int MARK_BE = 0x0000FEFF;
    private static final int MARK_LE = 0xFFFE0000;
    private static final int LESS_THAN_BE = 0x0000003C;
    private static final int LESS_THAN_LE = 0x3C000000;
    private static final int EBCDIC_DECLARATION = 0x4C6FA794;
    private static final int HEAD_BYTES = 200;

    static Optional<XmlFamily> of(byte[] bytes) {
        if (bytes.length < 8) {
            return Optional.empty();
        }
        int first = 0;
        for (int i = 0; i < 4; i++) {
            first = (first << 8) | (bytes[i] & 0xFF);
        }
        return switch (first) {
            case MARK_BE -> Optional.of(new XmlFamily(StandardCharsets.UTF_32BE, 4, true));
            case MARK_LE -> Optional.of(new XmlFamily(StandardCharsets.UTF_32LE, 4, true));
            case LESS_THAN_BE -> Optional.of(new XmlFamily(StandardCharsets.UTF_32BE, 0, false));
            case LESS_THAN_LE -> Optional.of(new XmlFamily(StandardCharsets.UTF_32LE, 0, false));
            case EBCDIC_DECLARATION -> ebcdic(bytes);
            default -> Optional.empty();
        };
    }

    /** The declaration is the same in all code pages; which one it is, it says. */
    private static Optional<XmlFamily> ebcdic(byte[] bytes) {
        Optional<Charset> invariant = CharsetLabels.charset("IBM037");
        return invariant.flatMap(charset -> {
            int length = Math.min(bytes.length, HEAD_BYTES);
            String head = new String(bytes, 0, length, charset).toLowerCase(Locale.ROOT);
            return DeclaredCharset.xmlDeclaration(head)
                    .flatMap(CharsetLabels::charset)
                    .map(named -> new XmlFamily(named, 0, true));
        });
    }
}
