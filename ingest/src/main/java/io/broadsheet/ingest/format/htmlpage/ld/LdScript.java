package io.broadsheet.ingest.format.htmlpage.ld;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.format.json.Json;

import org.jsoup.parser.Parser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of one script of linked data. Pages write it by templates, so it is read as far as it
 * goes: trailing commas, bare line breaks in strings, comments, single quotes, HTML comments or
 * CDATA around it, several values in a row, a whole script with its quotes escaped. Of a value that
 * breaks off, what stands before the break is kept.
 *
 * @param values objects and lists, in order; every scalar in them is text, as written
 * @param problem where and why one of them breaks off; empty if none does
 */
record LdScript(List<JsonNode> values, Optional<String> problem) {

    private static final String CDATA = "CDATA";
    private static final int VALUES_MAX = 50;
    private static final int TEXT_CHARS_MAX = 1024 * 1024;
    private static final int DEPTH_MAX = 40;

    private static final JsonFactory LENIENT =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH_MAX)
                                    .maxNumberLength(100)
                                    .maxStringLength(TEXT_CHARS_MAX)
                                    .maxNameLength(1_000)
                                    .build())
                    .build();

    LdScript {
        values = List.copyOf(values);
    }

    /** Never throws; a text without any value has none. */
    static LdScript of(String written) {
        String whole = written.indexOf('"') < 0 ? Parser.unescapeEntities(written, false) : written;
        String text = whole.substring(0, Math.min(whole.length(), TEXT_CHARS_MAX));
        List<JsonNode> values = new ArrayList<>();
        int at = start(text, 0);
        while (at >= 0 && values.size() < VALUES_MAX) {
            var tree = new LdTree();
            try (JsonParser in = LENIENT.createParser(text.substring(at))) {
                Optional<String> problem = fill(in, tree);
                tree.root().ifPresent(values::add);
                if (problem.isPresent()) {
                    return new LdScript(values, problem);
                }
                at = start(text, at + Math.max(1, (int) in.currentLocation().getCharOffset()));
            } catch (IOException e) {
                throw new UncheckedIOException("reading from memory", e);
            }
        }
        return new LdScript(values, Optional.empty());
    }

    /** Where a value begins: a bracket alone may belong to what is wrapped around it. */
    private static int start(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '{') {
                return at;
            }
            if (text.charAt(at) == '['
                    && !text.startsWith(CDATA, at - CDATA.length())
                    && opensList(text, at + 1)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean opensList(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[');
    }

    private static Optional<String> fill(JsonParser in, LdTree tree) throws IOException {
        try {
            while (!tree.isWhole()) {
                JsonToken token = in.nextToken();
                if (token == null) {
                    return Optional.of("it ends in the middle");
                }
                tree.take(token, in);
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(Json.rejection(e).detail());
        }
    }
}
