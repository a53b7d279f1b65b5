package io.broadsheet.syndicate.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

/**
 * JSON as the forms of standards want it: what is not known is left out, and the text may stand in
 * a {@code script} element of a page, because no {@code <}, {@code >} or {@code &} is in it.
 */
final class FormJson {

    private static final ObjectMapper JSON = mapper();

    private FormJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Sets the value, unless it says nothing. */
    static void put(ObjectNode object, String name, @Nullable Object value) {
        String text = value == null ? "" : wellFormed(value.toString());
        if (!text.isBlank()) {
            object.put(name, text);
        }
    }

    /** Sets the value, unless it is empty. */
    static void put(ObjectNode object, String name, JsonNode value) {
        if (!value.isEmpty()) {
            object.set(name, value);
        }
    }

    static void put(ObjectNode object, String name, @Nullable Number value) {
        if (value != null && value.longValue() > 0) {
            object.put(name, value.longValue());
        }
    }

    /** As one line. */
    static String line(ObjectNode object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    /** Half a character has no UTF-8. */
    static String wellFormed(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isLoneSurrogate(point) ? 0xFFFD : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        mapper.getFactory().setCharacterEscapes(new PageEscapes());
        return mapper;
    }

    /** Escapes what a browser would take for markup, and what it takes for the end of a line. */
    private static final class PageEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private static final char LINE_SEPARATOR = '\u2028';
        private static final char PARAGRAPH_SEPARATOR = '\u2029';

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&'}) {
                escapes[c] = ESCAPE_STANDARD;
            }
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR
                    ? new SerializedString("\\u" + Integer.toHexString(character))
                    : null;
        }
    }
}
