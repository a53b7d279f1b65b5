package io.broadsheet.ingest.poll.hub;

import io.broadsheet.web.url.WebUrl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links that an answer's {@code Link} headers name (RFC 8288). */
public final class LinkHeader {

    private static final int LINKS_MAX = 100;
    private static final int URL_CHARS_MAX = 2_048;

    private static final Pattern LINK =
            Pattern.compile(
                    "<([^>]*+)>((?:\\s*+;\\s*+[^\\s=;,\"]++\\s*+(?:=\\s*+(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s\",;]*+))?+)*+)");
    private static final Pattern PARAMETER =
            Pattern.compile(
                    ";\\s*+([^\\s=;,\"]++)\\s*+(?:=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\",;]*+)))?+");

    private final List<Link> links;

    private LinkHeader(List<Link> links) {
        this.links = links;
    }

    /** A target, and what it is. */
    private record Link(String target, List<String> relations) {}

    /**
     * Reads headers; what is no link in them is passed over, and so is what they say of other
     * documents ({@code anchor}).
     *
     * @param values of the headers, in their order
     */
    public static LinkHeader read(List<String> values) {
        List<Link> links = new ArrayList<>();
        for (String value : values) {
            Matcher link = LINK.matcher(value);
            while (links.size() < LINKS_MAX && link.find()) {
                Map<String, String> parameters = parameters(link.group(2));
                if (!parameters.containsKey("anchor")) {
                    links.add(new Link(link.group(1).strip(), relations(parameters)));
                }
            }
        }
        return new LinkHeader(links);
    }

    /** Of each name the first: others are to be ignored. */
    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            String quoted = parameter.group(2);
            String value =
                    quoted == null
                            ? Optional.ofNullable(parameter.group(3)).orElse("")
                            : quoted.replaceAll("\\\\(.)", "$1");
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    private static List<String> relations(Map<String, String> parameters) {
        String rel = parameters.getOrDefault("rel", "").toLowerCase(Locale.ROOT);
        return Arrays.asList(rel.strip().split("\\s+", -1));
    }

    /**
     * The targets of a relation, as they are written if they are absolute, in their order.
     *
     * @param base what relative ones are relative to
     */
    public List<String> targets(String relation, String base) {
        return links.stream()
                .filter(link -> link.relations().contains(relation))
                .flatMap(link -> absolute(base, link.target()).stream())
                .filter(url -> url.length() <= URL_CHARS_MAX)
                .toList();
    }

    private static Optional<String> absolute(String base, String target) {
        return WebUrl.parse(target)
                .map(_ -> target)
                .or(() -> WebUrl.resolve(base, target).map(WebUrl::toString));
    }
}
