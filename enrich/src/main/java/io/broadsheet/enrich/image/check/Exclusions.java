package io.broadsheet.enrich.image.check;

import io.broadsheet.web.url.WebUrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hosts, and places on hosts, that the operator does not want asked. A host means all names under
 * it too; a place is the beginning of path and query; {@code *} stands for anything, and alone for
 * every host.
 *
 * @param rules none for no exclusions
 */
public record Exclusions(List<Rule> rules) {

    /** Everything may be asked for. */
    public static final Exclusions NONE = new Exclusions(List.of());

    private static final String ANY = "*";

    /** Takes a copy. */
    public Exclusions {
        rules = List.copyOf(rules);
    }

    /**
     * One entry.
     *
     * @param host as it stands in URLs, or {@code *}
     * @param place what path and query match
     */
    public record Rule(String host, Pattern place) {

        private boolean includes(WebUrl url) {
            boolean here =
                    host.equals(ANY) || url.host().equals(host) || url.host().endsWith("." + host);
            return here && place.matcher(url.pathAndQuery()).lookingAt();
        }
    }

    /** Reads a list, parted by commas or white space; empty if an entry names no host. */
    public static Optional<Exclusions> parse(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String entry : text.strip().split("[,\\s]+", -1)) {
            Optional<Rule> rule = rule(entry);
            if (rule.isEmpty() && !entry.isEmpty()) {
                return Optional.empty();
            }
            rule.ifPresent(rules::add);
        }
        return Optional.of(new Exclusions(rules));
    }

    private static Optional<Rule> rule(String entry) {
        int slash = entry.indexOf('/');
        String host = slash < 0 ? entry : entry.substring(0, slash);
        Pattern place = place(slash < 0 ? "" : entry.substring(slash));
        return host.equals(ANY)
                ? Optional.of(new Rule(ANY, place))
                : WebUrl.parse("http://" + host + "/")
                        .filter(url -> !url.host().isEmpty() && host.indexOf(':') < 0)
                        .map(url -> new Rule(url.host(), place));
    }

    private static Pattern place(String written) {
        return Pattern.compile(
                Stream.of(written.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** Whether a URL is not to be asked for. */
    public boolean include(String url) {
        return !rules.isEmpty()
                && WebUrl.parse(url)
                        .filter(it -> rules.stream().anyMatch(rule -> rule.includes(it)))
                        .isPresent();
    }
}
