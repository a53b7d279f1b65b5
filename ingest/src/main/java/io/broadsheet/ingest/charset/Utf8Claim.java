package io.broadsheet.ingest.charset;

import io.broadsheet.v1.Basis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * XML that says it is UTF-8, as nearly all feeds do: it can be read from its bytes, by a parser
 * that refuses what is not, before anybody decodes it.
 */
public final class Utf8Claim {

    private static final int DECLARATION_BYTES = 256;

    private Utf8Claim() {}

    /**
     * Who says so; empty if nobody does, or if anything else might be meant.
     *
     * @param label of the character set in the HTTP header
     */
    public static Optional<Basis> of(byte[] bytes, Optional<String> label) {
        if (bytes.length == 0 || bytes[0] != '<') {
            return Optional.empty();
        }
        int length = Math.min(bytes.length, DECLARATION_BYTES);
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        Optional<String> declared =
                label.or(() -> DeclaredCharset.xmlDeclaration(head.toLowerCase(Locale.ROOT)));
        return declared.filter(it -> it.equalsIgnoreCase("utf-8")).map(_ -> Basis.DECLARED);
    }
}
