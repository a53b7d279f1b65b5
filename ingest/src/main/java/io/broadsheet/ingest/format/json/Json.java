package io.broadsheet.ingest.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.failure.SafeText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON within limits (RELIABILITY 3.4, classes 10 and 11). */
public final class Json {

    private static final int DEPTH_MAX = 100;
    private static final int NUMBER_CHARS_MAX = 100;
    private static final int STRING_CHARS_MAX = 10 * 1024 * 1024;
    private static final int NAME_CHARS_MAX = 256;
    private static final int MESSAGE_CHARS_MAX = 200;

    /** Jackson has no exception of its own for it. */
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([^']{0,256})'");

    /** Where what is not closed began; Jackson tells besides that it does not tell the text. */
    private static final Pattern STARTED =
            Pattern.compile(" \\(start marker at \\[Source: .*; line: (\\d+), column: (\\d+)]\\)");

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .maxNumberLength(NUMBER_CHARS_MAX)
                                                    .maxStringLength(STRING_CHARS_MAX)
                                                    .maxNameLength(NAME_CHARS_MAX)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private Json() {}

    /** Over a text, before its first token. */
    public static JsonParser parser(String text) {
        try {
            return MAPPER.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /**
     * The one value that the whole text is.
     *
     * @throws JsonProcessingException if it is none, or more follows
     */
    public static JsonNode value(String text) throws JsonProcessingException {
        return MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
    }

    /** What an exception means, without the text that it happened in. */
    public static Rejection rejection(JsonProcessingException e) {
        String said = Optional.ofNullable(e.getOriginalMessage()).orElse("not JSON");
        String message = STARTED.matcher(said).replaceFirst(" (begun at $1:$2)");
        if (e instanceof StreamConstraintsException) {
            return new Rejection(FailureCode.JSON_LIMIT, SafeText.cut(message, MESSAGE_CHARS_MAX));
        }
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr() + ": ";
        Matcher duplicate = DUPLICATE.matcher(message);
        return duplicate.lookingAt()
                ? new Rejection(FailureCode.JSON_DUPLICATE_KEY, where + duplicate.group(1))
                : new Rejection(
                        FailureCode.PARSE_JSON, where + SafeText.cut(message, MESSAGE_CHARS_MAX));
    }

    /** The stripped text of a member; a number counts as one; empty if blank or anything else. */
    public static Optional<String> text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText().strip()).filter(t -> !t.isEmpty())
                : Optional.empty();
    }

    /** The members of an object, in its order. */
    public static Iterable<Map.Entry<String, JsonNode>> members(JsonNode object) {
        Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
        return () -> members;
    }
}
