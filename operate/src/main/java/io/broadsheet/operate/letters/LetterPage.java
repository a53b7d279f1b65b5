package io.broadsheet.operate.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.operate.cluster.RecordDecoder;
import io.broadsheet.operate.cluster.RecordDecoder.Decoded;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.runtime.failure.SafeText;

import org.apache.kafka.common.header.Headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One letter for a person.
 *
 * @param letter under the contract's names
 */
public record LetterPage(ObjectNode letter) {

    private static final List<String> FIELDS =
            List.of(
                    "deadLetterId",
                    "state",
                    "note",
                    "stage",
                    "reason",
                    "code",
                    "message",
                    "retryable",
                    "failedAt",
                    "attempt",
                    "replayCount",
                    "sourceId",
                    "articleId",
                    "url",
                    "schemaId",
                    "application",
                    "applicationVersion",
                    "processorNodeId",
                    "exceptionClass",
                    "payloadRef",
                    "payloadDigest",
                    "originalTimestamp");

    /** What happened, and to what. */
    public List<String> facts() {
        List<String> lines = new ArrayList<>();
        for (String field : FIELDS) {
            JsonNode value = letter.path(field);
            if (value.isValueNode() && !value.isNull()) {
                lines.add(line(field, value.asText()));
            }
        }
        JsonNode origin = letter.path("origin");
        if (origin.isObject()) {
            lines.add(line("origin", place(origin)));
        }
        if (letter.has("topic")) {
            lines.add(line("letter", place(letter)));
        }
        key().ifPresent(key -> lines.add(line("originalKey", shown(key))));
        return lines;
    }

    /** The headers of the original. */
    public List<String> originalHeaders() {
        List<String> lines = new ArrayList<>();
        for (JsonNode header : letter.path("originalHeaders")) {
            lines.add(
                    line(
                            header.path("key").asText(),
                            bytes(header.path("value")).map(LetterPage::shown).orElse("null")));
        }
        return lines;
    }

    /** The headers of the letter itself. */
    public static List<String> headers(Headers headers) {
        List<String> lines = new ArrayList<>();
        headers.forEach(header -> {
            byte[] value = header.value();
            lines.add(line(header.key(), value == null ? "null" : shown(value)));
        });
        return lines;
    }

    /** The stack trace, if there is one. */
    public List<String> stackTrace() {
        JsonNode trace = letter.path("stackTrace");
        return trace.isTextual()
                ? trace.asText().lines().map(SafeText::escapeControls).toList()
                : List.of();
    }

    /** The value in the letter itself; empty if it is kept elsewhere or there was none. */
    public Optional<byte[]> value() {
        return bytes(letter.path("originalValue"));
    }

    private Optional<byte[]> key() {
        return bytes(letter.path("originalKey"));
    }

    /** Bytes as text where they are, decoded where they can be, else in hexadecimal. */
    public static List<String> content(byte[] bytes, Optional<RecordDecoder> decoder) {
        Optional<String> text = RecordText.utf8(bytes).filter(LetterPage::isPlain);
        if (text.isPresent()) {
            return text.get().lines().map(SafeText::escapeControls).toList();
        }
        return decoder.map(known -> known.decode("", bytes))
                .filter(Decoded.Value.class::isInstance)
                .map(Decoded.Value.class::cast)
                .map(decoded -> List.of(RecordText.json(decoded.value()).toString()))
                .orElseGet(() -> Hexdump.of(bytes));
    }

    private static boolean isPlain(String text) {
        return text.codePoints()
                .allMatch(c -> !Character.isISOControl(c) || Character.isWhitespace(c));
    }

    private static String shown(byte[] bytes) {
        return RecordText.utf8(bytes)
                .map(SafeText::escapeControls)
                .orElseGet(() -> "0x" + HexFormat.of().formatHex(bytes));
    }

    private static Optional<byte[]> bytes(JsonNode base64) {
        try {
            return Optional.ofNullable(base64.binaryValue());
        } catch (IOException e) {
            throw new UncheckedIOException("a letter's bytes are no base64", e);
        }
    }

    private static String place(JsonNode ref) {
        return ref.path("topic").asText()
                + "/"
                + ref.path("partition").asText()
                + "/"
                + ref.path("offset").asText();
    }

    private static String line(String name, String value) {
        return "%-18s  %s".formatted(SafeText.escapeControls(name), SafeText.escapeControls(value));
    }
}
