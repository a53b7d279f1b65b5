package io.broadsheet.enrich.step.about;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.AgentType;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.Source;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who made an article.
 *
 * @param authors as named, each a person or an organisation as far as that is declared or shows
 * @param publisher the outlet, if the source names it
 * @param infoSources who else passed the article on, such as an aggregator
 * @param flags what was found
 */
public record Byline(
        List<Agent> authors,
        Optional<Agent> publisher,
        List<Agent> infoSources,
        List<QualityFlag> flags) {

    private static final String WWW = "www.";

    private static final List<String> KEYS =
            List.of("parsely-author", "sailthru.author", "itemprop:author", "cxenseparse:author");

    private static final Set<String> NOBODY =
            Set.of(
                    "no author",
                    "admin",
                    "administrator",
                    "super user",
                    "redaktion",
                    "editor",
                    "staff",
                    "unknown");

    /**
     * From the named authors and the source.
     *
     * @param shown bylines that the page shows; they count if nobody is named, or by no more than a
     *     handle, an address or the outlet's own name
     */
    public static Byline of(List<Agent> named, List<String> shown, Source source) {
        return of(named, shown, source, Map.of());
    }

    /**
     * The same, of a page.
     *
     * @param extensions of the article; they tell whether a name is that of an account
     */
    public static Byline of(
            List<Agent> named, List<String> shown, Source source, Map<String, String> extensions) {
        String account = extensions.getOrDefault("twitter:creator", "");
        boolean weak =
                named.stream().allMatch(a -> a.getName().equals(account) || isWeak(a, source));
        boolean inverted = named.size() == 1 && named.getFirst().getName().contains(", ");
        boolean rivals = KEYS.stream().anyMatch(extensions::containsKey);
        List<Agent> found =
                weak || inverted || rivals ? ShownAuthors.in(shown, outletOf(source)) : List.of();
        boolean better =
                weak || isInverted(named, found) || isContradicted(named, found, extensions);
        List<Agent> extracted = better ? found : List.of();
        return of(extracted.isEmpty() ? named : extracted, source);
    }

    /**
     * Whether the page shows others, and declares them too. Linked data is made of the account that
     * put an article in; who wrote it is in the byline and in what services are told.
     */
    private static boolean isContradicted(
            List<Agent> named, List<Agent> shown, Map<String, String> extensions) {
        String told =
                KEYS.stream()
                        .map(key -> extensions.getOrDefault(key, ""))
                        .map(Byline::folded)
                        .collect(Collectors.joining("\n"));
        boolean known =
                shown.stream().map(Agent::getName).map(Byline::folded).allMatch(told::contains);
        return !shown.isEmpty()
                && known
                && named.stream().map(Agent::getName).map(Byline::folded).noneMatch(told::contains);
    }

    private static boolean isInverted(List<Agent> named, List<Agent> shown) {
        return named.size() == 1
                && shown.size() == 1
                && Name.one(named.getFirst().getName()).isInverted(shown.getFirst().getName());
    }

    private static String outletOf(Source source) {
        String name = Optional.ofNullable(source.getName()).orElse("");
        return name.isBlank() ? "" : folded(Name.one(name).text());
    }

    private static boolean isWeak(Agent agent, Source source) {
        String name = agent.getName().strip();
        return name.startsWith("@")
                || name.contains("://")
                || name.contains("www.")
                || isOutlet(name, source)
                || isAccount(name)
                || NOBODY.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What one logs in with rather than what one is called. */
    private static boolean isAccount(String name) {
        return name.indexOf(' ') < 0
                && name.codePoints().allMatch(c -> c < 0x250 && !Character.isUpperCase(c));
    }

    /** From the named authors and the source. */
    static Byline of(List<Agent> named, Source source) {
        List<Agent> authors = new ArrayList<>();
        List<QualityFlag> flags = new ArrayList<>();
        for (Agent agent : named) {
            for (Name name : Name.allIn(agent.getName())) {
                authors.add(author(agent, name, source));
            }
        }
        if (authors.stream().anyMatch(a -> isOutlet(a.getName(), source))) {
            flags.add(QualityCode.AUTHOR_IS_PUBLISHER.on("author"));
        }
        return new Byline(
                authors,
                organisation(source.getName(), source.getUri(), Basis.DECLARED),
                organisation(source.getCollector(), null, Basis.INFERRED).stream().toList(),
                flags);
    }

    private static Agent author(Agent as, Name name, Source source) {
        AgentType declared = as.getType();
        boolean inferred = declared == AgentType.UNKNOWN || isOutlet(name.text(), source);
        AgentType type = inferred ? inferredType(name.text(), source) : declared;
        Basis typeBasis = inferred ? Basis.INFERRED : Basis.DECLARED;
        return Agent.newBuilder(as)
                .setName(name.text())
                .setUri(name.uri().orElse(as.getUri()))
                .setType(type)
                .setTypeBasis(type == AgentType.UNKNOWN ? Basis.UNKNOWN : typeBasis)
                .setBasis(as.getBasis() == Basis.UNKNOWN ? Basis.DECLARED : as.getBasis())
                .build();
    }

    private static AgentType inferredType(String name, Source source) {
        return isOutlet(name, source) ? AgentType.ORGANIZATION : NameKind.of(name);
    }

    private static Optional<Agent> organisation(
            @Nullable String name, @Nullable String uri, Basis basis) {
        return Optional.ofNullable(name)
                .filter(text -> !text.isBlank())
                .map(text -> Name.one(text))
                .map(text ->
                        Agent.newBuilder()
                                .setType(AgentType.ORGANIZATION)
                                .setName(text.text())
                                .setUri(text.uri().orElse(uri))
                                .setBasis(basis)
                                .setTypeBasis(Basis.INFERRED)
                                .build());
    }

    private static boolean isOutlet(String name, Source source) {
        String outlet = outletOf(source);
        String bare = folded(name);
        return !outlet.isEmpty() && (bare.equals(outlet) || isHost(outlet, bare));
    }

    /** Some outlets give the name of their host for their own. */
    private static boolean isHost(String outlet, String name) {
        int end = outlet.indexOf('.', outlet.startsWith(WWW) ? WWW.length() : 0);
        return end > 0 && outlet.substring(0, end).replace(WWW, "").equals(name);
    }

    /** Without what writers of the same name do differently: case, width, spaces. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }
}
