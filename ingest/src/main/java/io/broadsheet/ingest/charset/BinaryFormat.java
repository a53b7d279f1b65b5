package io.broadsheet.ingest.charset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * File formats that are not text, by their first bytes.
 *
 * @param name for the operator
 * @param archive whether it packs other files
 * @param offset where the signature stands
 * @param signature in ISO-8859-1
 */
record BinaryFormat(String name, boolean archive, int offset, String signature) {

    private static final List<BinaryFormat> KNOWN =
            List.of(
                    new BinaryFormat("zip", true, 0, "PK\003\004"),
                    new BinaryFormat("zip", true, 0, "PK\005\006"),
                    new BinaryFormat("gzip", true, 0, "\037\213"),
                    new BinaryFormat("bzip2", true, 0, "BZh"),
                    new BinaryFormat("xz", true, 0, "\375" + "7zXZ\000"),
                    new BinaryFormat("zstd", true, 0, "\050\265\057\375"),
                    new BinaryFormat("7z", true, 0, "7z\274\257\047\034"),
                    new BinaryFormat("rar", true, 0, "Rar!\032\007"),
                    new BinaryFormat("tar", true, 257, "ustar"),
                    new BinaryFormat("PDF", false, 0, "%PDF-"),
                    new BinaryFormat("PNG", false, 0, "\211PNG\r\n\032\n"),
                    new BinaryFormat("JPEG", false, 0, "\377\330\377"),
                    new BinaryFormat("GIF", false, 0, "GIF8"),
                    new BinaryFormat("WebP or another RIFF", false, 0, "RIFF"),
                    new BinaryFormat("SQLite", false, 0, "SQLite format 3\000"),
                    new BinaryFormat("ELF", false, 0, "\177ELF"),
                    new BinaryFormat("Java class", false, 0, "\312\376\272\276"),
                    new BinaryFormat("OLE document", false, 0, "\320\317\021\340"));

    static Optional<BinaryFormat> of(byte[] bytes) {
        return KNOWN.stream().filter(f -> f.matches(bytes)).findFirst();
    }

    private boolean matches(byte[] bytes) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= offset + wanted.length
                && Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
    }
}
