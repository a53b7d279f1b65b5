package io.broadsheet.syndicate.form;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What schema.org expects of the properties that the form uses: their names, and the types of their
 * values (schema.org/NewsArticle, ImageObject, Person, Organization, QuantitativeValue).
 */
final class Vocabulary {

    private static final Predicate<JsonNode> TEXT = JsonNode::isTextual;
    private static final Predicate<JsonNode> INTEGER = JsonNode::isInt;
    private static final Predicate<JsonNode> NUMBER = JsonNode::isNumber;
    private static final Predicate<JsonNode> WEB = Vocabulary::isWeb;
    private static final Predicate<JsonNode> TIME = Vocabulary::isTime;
    private static final Predicate<JsonNode> DURATION = Vocabulary::isDuration;
    private static final Predicate<JsonNode> AGENT = Vocabulary::isAgent;
    private static final Predicate<JsonNode> IMAGE = ofType("ImageObject");
    private static final Predicate<JsonNode> QUANTITY = ofType("QuantitativeValue");

    private static final Map<String, Map<String, Predicate<JsonNode>>> TYPES =
            Map.of(
                    "NewsArticle",
                    Map.ofEntries(
                            Map.entry("@context", WEB),
                            Map.entry("identifier", TEXT),
                            Map.entry("version", NUMBER),
                            Map.entry("url", WEB),
                            Map.entry("creativeWorkStatus", TEXT),
                            Map.entry("headline", TEXT),
                            Map.entry("alternativeHeadline", TEXT),
                            Map.entry("description", TEXT),
                            Map.entry("articleBody", TEXT),
                            Map.entry("wordCount", INTEGER),
                            Map.entry("timeRequired", DURATION),
                            Map.entry("inLanguage", TEXT),
                            Map.entry("articleSection", TEXT),
                            Map.entry("genre", TEXT),
                            Map.entry("keywords", TEXT),
                            Map.entry("datePublished", TIME),
                            Map.entry("dateModified", TIME),
                            Map.entry("author", AGENT),
                            Map.entry("publisher", AGENT),
                            Map.entry("image", IMAGE),
                            Map.entry("copyrightNotice", TEXT),
                            Map.entry("license", WEB),
                            Map.entry("usageInfo", WEB)),
                    "ImageObject",
                    Map.of(
                            "url",
                            WEB,
                            "width",
                            QUANTITY,
                            "height",
                            QUANTITY,
                            "encodingFormat",
                            TEXT,
                            "caption",
                            TEXT,
                            "alternateName",
                            TEXT,
                            "creditText",
                            TEXT),
                    "QuantitativeValue",
                    Map.of("value", NUMBER, "unitCode", TEXT),
                    "Person",
                    Map.of("name", TEXT, "url", WEB),
                    "Organization",
                    Map.of("name", TEXT, "url", WEB),
                    "",
                    Map.of("name", TEXT, "url", WEB));

    private Vocabulary() {}

    /** What schema.org would not expect, in words; of several values of a property each counts. */
    static List<String> faults(JsonNode thing) {
        List<String> faults = new ArrayList<>();
        String type = thing.path("@type").asText();
        Map<String, Predicate<JsonNode>> properties =
                Objects.requireNonNullElse(TYPES.get(type), Map.of());
        thing.properties()
                .forEach(property -> {
                    Predicate<JsonNode> expected = properties.get(property.getKey());
                    String place = type + "." + property.getKey();
                    if (expected != null) {
                        values(property.getValue())
                                .forEach(value -> faults.addAll(faults(place, value, expected)));
                    } else if (!property.getKey().equals("@type")) {
                        faults.add(place + " is unknown");
                    }
                });
        return faults;
    }

    private static List<String> faults(String place, JsonNode value, Predicate<JsonNode> expected) {
        if (!expected.test(value)) {
            return List.of(place + " = " + value);
        }
        return value.isObject() ? faults(value) : List.of();
    }

    private static List<JsonNode> values(JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(values::add);
        } else {
            values.add(value);
        }
        return values;
    }

    private static Predicate<JsonNode> ofType(String type) {
        return it -> it.path("@type").asText().equals(type);
    }

    private static boolean isWeb(JsonNode value) {
        return value.isTextual() && value.asText().matches("https?://[^\\s<>\"]+");
    }

    private static boolean isTime(JsonNode value) {
        return parses(value, Instant::parse) || parses(value, LocalDate::parse);
    }

    private static boolean isDuration(JsonNode value) {
        return parses(value, Duration::parse);
    }

    /** An untyped one is left to the reader: the source did not say which. */
    private static boolean isAgent(JsonNode value) {
        return value.isObject()
                && Set.of("", "Person", "Organization").contains(value.path("@type").asText());
    }

    private static boolean parses(JsonNode value, Function<String, ?> parser) {
        try {
            return value.isTextual() && parser.apply(value.asText()) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
