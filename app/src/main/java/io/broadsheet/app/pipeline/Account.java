package io.broadsheet.app.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.broadsheet.v1.ImageOutcome;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of everything that one run read: {@code read = stored + unchanged + duplicates +
 * buried}.
 *
 * @param read documents that were offered
 * @param stored articles of which this run stored a new version
 * @param unchanged documents that said what they had said before
 * @param duplicates documents that said what another document had said
 * @param buried documents that lie in the dead letters
 * @param images how many images of the stored articles had each outcome
 * @param took from the start of reading to the last article stored
 */
public record Account(
        long read,
        long stored,
        long unchanged,
        long duplicates,
        long buried,
        Map<ImageOutcome, Long> images,
        Duration took) {

    private static final JsonFactory JSON = new JsonFactory();

    public Account {
        images = Map.copyOf(images);
    }

    /** Whether nothing is missing and nothing is counted twice. */
    public boolean balances() {
        return read == stored + unchanged + duplicates + buried;
    }

    /** One JSON object on one line. */
    public String toJson() {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("read", read);
            json.writeNumberField("stored", stored);
            json.writeNumberField("unchanged", unchanged);
            json.writeNumberField("duplicates", duplicates);
            json.writeNumberField("buried", buried);
            json.writeObjectFieldStart("images");
            for (var outcome : new TreeMap<>(images).entrySet()) {
                json.writeNumberField(outcome.getKey().name(), outcome.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("seconds", Math.round(took.toMillis() / 100.0) / 10.0);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a writer in memory does not fail", e);
        }
        return text.toString();
    }

    /** A few lines for a person. */
    public String toText() {
        String outcomes =
                new TreeMap<>(images)
                        .entrySet().stream()
                                .map(outcome -> outcome.getValue() + " " + words(outcome.getKey()))
                                .collect(Collectors.joining(", "));
        double seconds = took.toMillis() / 1000.0;
        return String.format(
                Locale.ROOT,
                """
                read        %,d
                stored      %,d
                unchanged   %,d
                duplicates  %,d
                buried      %,d
                images      %s
                %.1f s, %,.0f articles/s
                """,
                read,
                stored,
                unchanged,
                duplicates,
                buried,
                outcomes.isEmpty() ? "none" : outcomes,
                seconds,
                seconds == 0 ? 0 : read / seconds);
    }

    private static String words(ImageOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
