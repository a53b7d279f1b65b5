package io.broadsheet.enrich.xss;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is at the URLs of the host that shows. */
final class Programme {

    static final String HOST = "http://show.test";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern PART =
            Pattern.compile(
                    "http://show\\.test/(?:(?<stage>stage)\\?[a-z&]+|set/(?<set>[a-z]+)\\.json"
                            + "|shown/(?<shown>[a-z]+)/(?<number>[0-9]+)"
                            + "|told/[a-z]+/0/done|favicon\\.ico)");

    private final Map<String, List<String>> sets;
    private final String stage = stage();

    /**
     * A programme.
     *
     * @param sets the HTML to be shown, by the name of the set, the vectors in their order; what is
     *     empty is not shown
     */
    Programme(Map<String, List<String>> sets) {
        this.sets = sets;
    }

    /** Whether a URL is one that the stage itself asks for if all goes well. */
    static boolean isPart(String url) {
        return PART.matcher(url).matches();
    }

    /** The text at a URL, empty if it is not ours. */
    String at(String url) {
        Matcher part = PART.matcher(url);
        if (!part.matches()) {
            return "";
        }
        if (part.group("stage") != null) {
            return stage;
        }
        return part.group("set") != null
                ? json(sets.getOrDefault(part.group("set"), List.of()))
                : part.group("shown") == null ? "" : document(part);
    }

    private String document(Matcher part) {
        int number = Integer.parseInt(part.group("number"));
        return document(sets.getOrDefault(part.group("shown"), List.of()).get(number - 1));
    }

    private static String document(String html) {
        return "<!doctype html><html><head><meta charset=utf-8><title>t</title></head><body>"
                + html
                + "</body></html>";
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stage() {
        try (InputStream in =
                Objects.requireNonNull(Programme.class.getResourceAsStream("stage.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
