package io.broadsheet.bench.posts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.ingest.document.Document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One hostile document.
 *
 * @param name of the case, for the report
 * @param kind the case without its variant, such as {@code alias-bomb}
 * @param must what is asked of it, as the collection words it
 * @param document what is read
 * @param text what its title and body have to say, where that is known
 */
record HostileCase(
        String name, String kind, String must, Document document, Optional<String> text) {

    /** Images, addresses and what is packed are read by others. */
    private static final Set<String> KINDS =
            Set.of("frontmatter", "html", "encoding", "strings", "xml", "json", "payloads");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of a directory's {@code hostile.jsonl} that can be read as documents. */
    static List<HostileCase> in(Path directory) throws IOException {
        List<HostileCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("hostile.jsonl"))) {
            JsonNode row = JSON.readTree(line);
            String file = row.path("file").asText();
            boolean document =
                    KINDS.contains(file.substring(0, file.indexOf('/')))
                            && !file.startsWith("payloads/svg");
            if (document && Files.exists(directory.resolve(file))) {
                add(directory, file, row.path("must").asText(), cases);
            }
        }
        return cases;
    }

    private static void add(Path directory, String file, String must, List<HostileCase> cases)
            throws IOException {
        byte[] bytes = Inflated.bytes(directory.resolve(file));
        String name = file.replace(".gz", "");
        switch (file.substring(0, file.indexOf('/'))) {
            case "html" -> {
                cases.add(of(name, must, bytes));
                cases.add(of(name + " in a post", must, inPost(bytes)));
            }
            case "encoding" -> encodings(name, must, bytes, cases);
            case "strings" -> strings(name, must, bytes, cases);
            default -> cases.add(of(name, must, bytes));
        }
    }

    private static HostileCase of(String name, String must, byte[] bytes) {
        return new HostileCase(name, kind(name), must, document(name, bytes), Optional.empty());
    }

    private static String kind(String name) {
        if (name.startsWith("json/")) {
            return name.contains("/n_") ? "not-json" : "json";
        }
        String last = name.substring(name.indexOf('/') + 1);
        int variant = last.lastIndexOf('-');
        return variant < 0 ? last : last.substring(0, variant);
    }

    private static Document document(String name, byte[] bytes) {
        String file = name.contains(" in a post") ? "post.md" : name;
        return new Document("file:///hostile/" + file, file, bytes);
    }

    private static byte[] inPost(byte[] body) {
        return """

        ---
        title: 'a post'
        author: y
        ---

        <div>
        %s
        </div>
        """
                .formatted(new String(body, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String saying(String text) {
        return """
        ---
        title: |-
          %1$s
        author: |-
          %1$s
        categories:
         - |-
          %1$s
        image: |-
          %1$s
        ---
        %1$s
        """
                .formatted(text);
    }

    /** Each of the byte sequences as the title and the body of a post. */
    private static void encodings(String name, String must, byte[] lines, List<HostileCase> cases)
            throws IOException {
        for (String line : new String(lines, StandardCharsets.UTF_8).lines().toList()) {
            JsonNode row = JSON.readTree(line);
            byte[] said = HexFormat.of().parseHex(row.path("hex").asText());
            String post = saying(new String(said, StandardCharsets.ISO_8859_1));
            String kind = row.path("valid_utf8").asBoolean() ? "valid-utf8" : "invalid-utf8";
            cases.add(
                    new HostileCase(
                            name + " " + row.path("name").asText(),
                            kind,
                            must,
                            document("post.md", post.getBytes(StandardCharsets.ISO_8859_1)),
                            Optional.of(row.path("utf8_replace").asText())));
        }
    }

    /** Each of the strings as the title, author, category, image and body of a post. */
    private static void strings(String name, String must, byte[] json, List<HostileCase> cases)
            throws IOException {
        int number = 0;
        for (JsonNode string : JSON.readTree(json)) {
            String text = string.asText();
            if (!text.isBlank()) {
                cases.add(
                        new HostileCase(
                                name + " " + number,
                                "string",
                                must,
                                document("post.md", saying(text).getBytes(StandardCharsets.UTF_8)),
                                Optional.of(text)));
            }
            number++;
        }
    }
}
