package io.broadsheet.ingest.format.frontmatter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Absent;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Fields;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Items;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Text;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Any value as one text: scalars as they are, lists and maps as compact JSON. */
final class ValueText {

    private static final JsonFactory JSON = new JsonFactory();

    private ValueText() {}

    /** Bounded, because the tree behind the value is. */
    static String of(FrontMatterValue value) {
        return switch (value) {
            case Absent _ -> "";
            case Text(String text) -> Braces.decode(text);
            case Items _, Fields _ -> json(value);
        };
    }

    private static String json(FrontMatterValue value) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer does not fail", e);
        }
        return text.toString();
    }

    private static void write(FrontMatterValue value, JsonGenerator json) throws IOException {
        switch (value) {
            case Absent _ -> json.writeNull();
            case Text(String text) -> json.writeString(Braces.decode(text));
            case Items(var items) -> {
                json.writeStartArray();
                for (FrontMatterValue item : items) {
                    write(item, json);
                }
                json.writeEndArray();
            }
            case Fields(var entries) -> {
                json.writeStartObject();
                for (FrontMatterEntry entry : entries) {
                    json.writeFieldName(entry.key());
                    write(entry.value(), json);
                }
                json.writeEndObject();
            }
        }
    }
}
