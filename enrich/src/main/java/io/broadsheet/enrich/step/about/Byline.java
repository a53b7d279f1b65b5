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

    private static final int NAME_WORDS_MAX = 6;

    private static final List<String> KEYS =
            List.of("parsely-author", "sailthru.author", "itemprop:author", "cxenseparse:author");

    /** Who put an article in, rather than who wrote it. */
    private static final Set<String> ACCOUNTS =
            Set.of("admin", "administrator", "super user", "redaktion", "editor", "staff");

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
        return of(named, shown, source, extensions, Optional.empty());
    }

    /**
     * The same, of a page whose address is known.
     *
     * @param url of the article; an author called as its host is is the outlet
     */
    public static Byline of(
            List<Agent> named,
            List<String> shown,
            Source source,
            Map<String, String> extensions,
            Optional<String> url) {
        Outlet outlet = Outlet.of(source, url);
        List<Agent> extracted = extracted(named, shown, outlet, extensions);
        return of(extracted.isEmpty() ? named : extracted, source, outlet);
    }

    /** Whom the page shows, if it knows better than what names somebody. */
    private static List<Agent> extracted(
            List<Agent> named, List<String> shown, Outlet outlet, Map<String, String> extensions) {
        boolean weak = areWeak(named, extensions, outlet);
        boolean houses = areOf(AgentType.ORGANIZATION, named);
        if (!weak && !houses && !isDoubtful(named, extensions)) {
            return List.of();
        }
        List<Agent> found = ShownAuthors.in(shown, outlet.name());
        boolean better =
                weak
                        || (houses && areOf(AgentType.PERSON, found))
                        || isInverted(named, found)
                        || isContradicted(named, found, extensions);
        return better && !isOutlet(found, named, outlet) ? found : List.of();
    }

    /** Whether they are some, and all of a kind by their names: people wrote, houses published. */
    private static boolean areOf(AgentType kind, List<Agent> agents) {
        return !agents.isEmpty() && agents.stream().allMatch(a -> NameKind.of(a.getName()) == kind);
    }

    /** Whether the page may know better than a name that is turned, or one beside others. */
    private static boolean isDoubtful(List<Agent> named, Map<String, String> extensions) {
        boolean inverted = named.size() == 1 && named.getFirst().getName().contains(", ");
        return inverted || KEYS.stream().anyMatch(extensions::containsKey);
    }

    /** Whether the page shows nobody but the outlet, where somebody is named. */
    private static boolean isOutlet(List<Agent> shown, List<Agent> named, Outlet outlet) {
        return !named.isEmpty() && shown.stream().allMatch(a -> outlet.isIn(a.getName()));
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

    private static boolean areWeak(
            List<Agent> named, Map<String, String> extensions, Outlet outlet) {
        String account = extensions.getOrDefault("twitter:creator", "");
        return named.stream().allMatch(a -> a.getName().equals(account) || isWeak(a, outlet));
    }

    private static boolean isWeak(Agent agent, Outlet outlet) {
        String name = agent.getName().strip();
        return name.startsWith("@")
                || name.contains("://")
                || name.contains("www.")
                || outlet.is(name)
                || outlet.isIn(name)
                || isAccount(name)
                || Placeholder.is(name)
                || ACCOUNTS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What one logs in with rather than what one is called. */
    private static boolean isAccount(String name) {
        return name.indexOf(' ') < 0
                && name.codePoints().allMatch(c -> c < 0x250 && !Character.isUpperCase(c));
    }

    /** From the named authors and the source. */
    static Byline of(List<Agent> named, Source source) {
        return of(named, source, Outlet.of(source, Optional.empty()));
    }

    private static Byline of(List<Agent> named, Source source, Outlet outlet) {
        List<Agent> authors = new ArrayList<>();
        List<QualityFlag> flags = new ArrayList<>();
        for (Agent agent : named) {
            if (Placeholder.is(agent.getName())) {
                flags.add(QualityCode.AUTHOR_PLACEHOLDER.on("author", agent.getName()));
            } else {
                for (Name name : Name.allIn(agent.getName())) {
                    authors.add(author(agent, name, outlet));
                }
            }
        }
        if (authors.stream().anyMatch(a -> !outlet.is(a.getName()))) {
            authors.removeIf(a -> outlet.is(a.getName()));
        }
        List<String> names = authors.stream().map(Agent::getName).toList();
        authors.removeIf(a -> isTold(a.getName(), names));
        if (authors.stream().anyMatch(a -> outlet.is(a.getName()))) {
            flags.add(QualityCode.AUTHOR_IS_PUBLISHER.on("author"));
        }
        return new Byline(
                authors,
                organisation(source.getName(), source.getUri(), Basis.DECLARED),
                organisation(source.getCollector(), null, Basis.INFERRED).stream().toList(),
                flags);
    }

    /** Whether it is another name with all that stands in the box around that. */
    private static boolean isTold(String name, List<String> names) {
        return name.split("\\s+", NAME_WORDS_MAX + 2).length > NAME_WORDS_MAX
                && names.stream().anyMatch(one -> name.startsWith(one + ' '));
    }

    private static Agent author(Agent as, Name name, Outlet outlet) {
        AgentType declared = as.getType();
        boolean inferred = declared == AgentType.UNKNOWN || outlet.is(name.text());
        AgentType type = inferred ? inferredType(name.text(), outlet) : declared;
        Basis typeBasis = inferred ? Basis.INFERRED : Basis.DECLARED;
        return Agent.newBuilder(as)
                .setName(name.text())
                .setUri(name.uri().orElse(as.getUri()))
                .setType(type)
                .setTypeBasis(type == AgentType.UNKNOWN ? Basis.UNKNOWN : typeBasis)
                .setBasis(as.getBasis() == Basis.UNKNOWN ? Basis.DECLARED : as.getBasis())
                .build();
    }

    private static AgentType inferredType(String name, Outlet outlet) {
        return outlet.is(name) ? AgentType.ORGANIZATION : NameKind.of(name);
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

    /** Without what writers of the same name do differently: case, width, spaces. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }
}
