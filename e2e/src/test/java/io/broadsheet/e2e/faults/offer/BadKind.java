package io.broadsheet.e2e.faults.offer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The ways of being bad, each with the code that it must be buried with. */
enum BadKind {
    EMPTY("DOCUMENT_EMPTY"),
    NO_FENCE("FRONT_MATTER_MISSING"),
    UNCLOSED("FRONT_MATTER_UNCLOSED"),
    ARCHIVE("ARCHIVE_FORBIDDEN"),
    XML("FORMAT_UNSUPPORTED"),
    NO_ARTICLE("ARTICLE_EMPTY"),
    LONG_LINK("FIELD_TOO_LONG"),
    BAD_BYTE("ENCODING_INVALID"),
    RECORD_GARBAGE("AVRO_CORRUPT"),
    RECORD_UNKNOWN_SCHEMA("SCHEMA_UNKNOWN");

    private static final int LINK_CHARS = 3_000;
    private static final int SCHEMA_UNKNOWN = 999_999;

    private final String code;

    BadKind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    boolean isRecord() {
        return this == RECORD_GARBAGE || this == RECORD_UNKNOWN_SCHEMA;
    }

    /** Bytes that are bad in this way, different for each index where they can be. */
    byte[] content(int index) {
        return switch (this) {
            case EMPTY -> new byte[0];
            case NO_FENCE -> text("no fence in " + index + "\n");
            case UNCLOSED -> text("---\ntitle: 'Unclosed " + index + "'\n");
            case ARCHIVE -> text("PK\u0003\u0004 archive " + index);
            case XML -> text("<?xml version=\"1.0\"?>\n<catalogue n=\"" + index + "\"/>\n");
            case NO_ARTICLE -> text("---\nauthor: Ann Example " + index + "\n---\n");
            case LONG_LINK ->
                    text(
                            "---\ntitle: 'Long %d'\nlink: https://news.example/%s\n---\n<p>Words.</p>\n"
                                    .formatted(index, "x".repeat(LINK_CHARS)));
            case BAD_BYTE -> badByte(index);
            case RECORD_GARBAGE -> record(1, index);
            case RECORD_UNKNOWN_SCHEMA -> record(SCHEMA_UNKNOWN, index);
        };
    }

    /** A byte order mark says UTF-8, and a byte is none of it. */
    private static byte[] badByte(int index) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text("\uFEFF---\ntitle: 'Bad byte " + index + "'\n---\n<p>"));
        bytes.write(0xFF);
        bytes.writeBytes(text("</p>\n"));
        return bytes.toByteArray();
    }

    private static byte[] record(int schemaId, int index) {
        return ByteBuffer.allocate(10)
                .put((byte) 0)
                .putInt(schemaId)
                .put((byte) 0xFF)
                .putInt(index)
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
