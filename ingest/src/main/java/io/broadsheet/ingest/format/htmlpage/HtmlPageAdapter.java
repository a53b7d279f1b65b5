package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.ingest.format.feed.field.Categories;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.Severity;
import io.broadsheet.v1.SourceKind;
import io.broadsheet.web.url.NormalizedUrl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A page's shape to an article, field by field as {@link Precedence} says. Its body is the whole
 * page: to find the text in it is for later.
 */
final class HtmlPageAdapter {

    /** Whose words are about articles; all others are kept only where they lose a field. */
    private static final List<String> EVIDENCE =
            List.of(
                    "og:",
                    "article:",
                    "twitter:",
                    "ld:",
                    "itemprop:",
                    "rdfa:",
                    "dc.",
                    "dcterms.",
                    "date",
                    "parsely-",
                    "sailthru.");

    private final HtmlPageShape shape;
    private final String base;
    private final Draft draft = new Draft();

    private HtmlPageAdapter(HtmlPageShape shape, String base) {
        this.shape = shape;
        this.base = base;
    }

    static Draft adapt(HtmlPageShape shape, String html, String base) {
        var adapter = new HtmlPageAdapter(shape, base);
        adapter.draft.body(html, "text/html");
        adapter.source();
        adapter.names();
        adapter.texts();
        adapter.people();
        adapter.topics();
        shape.images().forEach(adapter.draft::image);
        adapter.evidence();
        return adapter.draft;
    }

    private void source() {
        draft.source().setKind(SourceKind.HTML_PAGE);
        shape.best(Precedence.OUTLET).ifPresent(draft.source()::setName);
    }

    /** The declared address that may name the page, else the one that it was got from. */
    private void names() {
        CanonicalAddress canonical = CanonicalAddress.of(shape.addresses(), base);
        canonical
                .taken()
                .ifPresent(url -> {
                    draft.canonicalUrl(url);
                    draft.article().setLink(url);
                });
        if (canonical.taken().isEmpty() && isAbsolute(base)) {
            draft.article().setLink(base);
        }
        canonical
                .refused()
                .ifPresent(why -> draft.flag("CANONICAL_REFUSED", Severity.WARNING, "link", why));
        Optional.ofNullable(shape.addresses().get("html:canonical"))
                .filter(url -> canonical.taken().filter(url::equals).isEmpty())
                .ifPresent(url -> draft.extension("html:canonical", url));
        Optional.ofNullable(shape.addresses().get("ld:url"))
                .filter(url -> canonical.taken().filter(url::equals).isEmpty())
                .ifPresent(url -> draft.extension("ld:url", url));
    }

    private static boolean isAbsolute(String url) {
        return NormalizedUrl.ofLink(url).isPresent();
    }

    private void texts() {
        var article = draft.article();
        shape.best(Precedence.TITLE).ifPresent(article::setTitle);
        shape.best(Precedence.SUMMARY).ifPresent(article::setSummary);
        shape.best(Precedence.PUBLISHED).ifPresent(article::setPublished);
        shape.best(Precedence.UPDATED).ifPresent(article::setUpdated);
        shape.best(Precedence.LANGUAGE).ifPresent(article::setLanguage);
        shape.best(Precedence.RIGHTS).ifPresent(article::setRights);
    }

    /**
     * Some sites give a profile's address, an account or their own name where that of a person
     * belongs: only if nobody is named.
     */
    private void people() {
        Set<Agent> linked = new LinkedHashSet<>(shape.authors());
        boolean named = linked.stream().map(Agent::getName).anyMatch(this::namesSomebody);
        List<String> told = named ? List.of() : told();
        boolean better = linked.isEmpty() || told.stream().anyMatch(this::namesSomebody);
        draft.article()
                .setAuthors(
                        !named && better
                                ? told.stream().distinct().map(HtmlPageAdapter::agent).toList()
                                : List.copyOf(linked));
    }

    /** All authors under the best key that names somebody, else under the best. */
    private List<String> told() {
        List<List<String>> keys =
                Precedence.AUTHORS.keys().stream()
                        .map(shape::values)
                        .map(values -> values.stream().filter(v -> !isOfOutlet(v)).toList())
                        .filter(values -> !values.isEmpty())
                        .toList();
        return keys.stream()
                .filter(values -> values.stream().anyMatch(this::namesSomebody))
                .findFirst()
                .or(() -> keys.stream().findFirst())
                .orElse(List.of());
    }

    private boolean namesSomebody(String name) {
        return !isAbsolute(name)
                && !name.startsWith("@")
                && !name.equalsIgnoreCase(shape.best(Precedence.OUTLET).orElse(""));
    }

    /** Its account, or no account at all. */
    private boolean isOfOutlet(String name) {
        return name.startsWith("@")
                && (name.contains("://") || shape.values("twitter:site").contains(name));
    }

    private static Agent agent(String name) {
        return Agent.newBuilder()
                .setName(name)
                .setUri(isAbsolute(name) ? name : null)
                .setBasis(Basis.DECLARED)
                .build();
    }

    private void topics() {
        shape.all(Precedence.SECTION).forEach(s -> Categories.add(draft, s, null, null));
        for (String key : List.of("article:tag", "og:article:tag")) {
            shape.values(key).forEach(tag -> Categories.add(draft, tag, "tag", null));
        }
        for (String list : shape.all(Precedence.KEYWORDS)) {
            for (String tag : list.split("[,，、]", -1)) {
                Categories.add(draft, tag, "tag", null);
            }
        }
    }

    private void evidence() {
        for (String key : shape.declared().keySet()) {
            if (EVIDENCE.stream().anyMatch(key::startsWith)) {
                draft.extension(key, String.join("\n", shape.values(key)));
            }
        }
        for (Precedence field : Precedence.values()) {
            field.keys().forEach(key -> losing(field, key));
        }
        shape.problem()
                .ifPresent(why -> draft.flag("LINKED_DATA_BROKEN", Severity.WARNING, null, why));
    }

    private void losing(Precedence field, String key) {
        List<String> values = shape.values(key);
        if (!values.isEmpty() && !values.getFirst().equals(shape.best(field).orElse(""))) {
            draft.extension(key, String.join("\n", values));
        }
    }
}
