package io.broadsheet.bench.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The n-gram models in lingua's jar (Apache-2.0), learned there from a million sentences of news a
 * language: for each fraction the runs whose last letter has this probability after the others.
 */
final class LinguaModels implements AutoCloseable {

    private static final List<String> FILES =
            List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");

    private final ZipFile jar;
    private final JsonFactory json = new JsonFactory();

    LinguaModels(Path jar) throws IOException {
        this.jar = new ZipFile(jar.toFile());
    }

    /** The model of one language, by its code of two letters. */
    Counts of(String language) throws IOException {
        var counts = new Counts(FILES.size());
        for (String file : FILES) {
            ZipEntry entry = jar.getEntry("language-models/" + language + "/" + file + ".json");
            if (entry == null) {
                throw new IOException("no " + file + " of " + language + " in " + jar.getName());
            }
            try (InputStream in = jar.getInputStream(entry);
                    JsonParser parser = json.createParser(in)) {
                read(parser, counts);
            }
        }
        return counts;
    }

    private static void read(JsonParser parser, Counts counts) throws IOException {
        String fraction = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                fraction = parser.currentName();
            } else if (token == JsonToken.VALUE_STRING && fraction.indexOf('/') > 0) {
                add(fraction, parser.getText(), counts);
            }
        }
    }

    private static void add(String fraction, String runs, Counts counts) {
        int slash = fraction.indexOf('/');
        double over = Double.parseDouble(fraction.substring(0, slash));
        double under = Double.parseDouble(fraction.substring(slash + 1));
        for (String run : runs.split(" ", -1)) {
            if (!run.isEmpty() && run.length() <= FILES.size()) {
                counts.put(run, Math.log(over / under));
            }
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
