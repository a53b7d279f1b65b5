package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.SourceKind;
import io.broadsheet.web.url.NormalizedUrl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page's shape to an article. Its body is the whole page: to find the text in it is for later.
 */
final class HtmlPageAdapter {

    private static final List<String> SOCIAL_IMAGES =
            List.of(
                    "og:image",
                    "og:image:url",
                    "og:image:secure_url",
                    "twitter:image",
                    "twitter:image:src",
                    HtmlPageParser.IMAGE_LINK);

    private final HtmlPageShape shape;
    private final Draft draft = new Draft();

    private HtmlPageAdapter(HtmlPageShape shape) {
        this.shape = shape;
    }

    static Draft adapt(HtmlPageShape shape, String html) {
        var adapter = new HtmlPageAdapter(shape);
        adapter.draft.body(html, "text/html");
        adapter.source();
        adapter.names();
        adapter.texts();
        adapter.people();
        adapter.topics();
        adapter.images();
        adapter.rest();
        return adapter.draft;
    }

    private void source() {
        draft.source().setKind(SourceKind.HTML_PAGE);
        shape.meta("og:site_name", "application-name").ifPresent(draft.source()::setName);
    }

    /** A canonical link that is no absolute URL cannot name anything outside its site. */
    private void names() {
        shape.canonical()
                .filter(HtmlPageAdapter::isAbsolute)
                .or(() -> shape.meta("og:url").filter(HtmlPageAdapter::isAbsolute))
                .ifPresent(url -> {
                    draft.canonicalUrl(url);
                    draft.article().setLink(url);
                });
    }

    private static boolean isAbsolute(String url) {
        return NormalizedUrl.ofLink(url).isPresent();
    }

    private void texts() {
        var article = draft.article();
        shape.meta("og:title", "twitter:title", "headline")
                .or(shape::title)
                .ifPresent(article::setTitle);
        shape.title()
                .filter(t -> !t.equals(article.getTitle()))
                .ifPresent(t -> draft.extension("html:title", t));
        shape.meta("og:description", "description", "twitter:description")
                .ifPresent(article::setSummary);
        shape.meta(
                        "article:published_time",
                        "og:published_time",
                        "datepublished",
                        "parsely-pub-date",
                        "publishdate",
                        "pubdate",
                        "dc.date.issued",
                        "dc.date",
                        "date")
                .or(() -> shape.times().stream().findFirst())
                .ifPresent(article::setPublished);
        shape.meta("article:modified_time", "og:updated_time", "datemodified", "last-modified")
                .ifPresent(article::setUpdated);
        shape.language()
                .or(() -> shape.meta("og:locale", "dc.language"))
                .ifPresent(article::setLanguage);
        shape.meta("copyright", "dc.rights").ifPresent(article::setRights);
    }

    private void people() {
        Set<String> names = new LinkedHashSet<>();
        for (String key :
                List.of("author", "article:author", "byl", "parsely-author", "dc.creator")) {
            names.addAll(shape.meta().getOrDefault(key, List.of()));
        }
        List<Agent> authors = new ArrayList<>();
        for (String name : names) {
            if (!name.isBlank()) {
                authors.add(agent(name));
            }
        }
        draft.article().setAuthors(authors);
    }

    /** Some sites give a profile's address where a name belongs. */
    private static Agent agent(String name) {
        return Agent.newBuilder()
                .setName(name)
                .setUri(isAbsolute(name) ? name : null)
                .setBasis(Basis.DECLARED)
                .build();
    }

    private void topics() {
        shape.meta("article:section")
                .ifPresent(s -> draft.category(Category.newBuilder().setTerm(s).build()));
        Set<String> tags = new LinkedHashSet<>(shape.meta().getOrDefault("article:tag", List.of()));
        shape.meta("news_keywords", "keywords")
                .ifPresent(list -> tags.addAll(List.of(list.split(",", -1))));
        for (String tag : tags) {
            if (!tag.isBlank()) {
                draft.category(Category.newBuilder().setTerm(tag.strip()).setScheme("tag").build());
            }
        }
    }

    private void images() {
        for (String field : SOCIAL_IMAGES) {
            List<String> urls = shape.meta().getOrDefault(field, List.of());
            for (int i = 0; i < urls.size(); i++) {
                if (!urls.get(i).isBlank()) {
                    draft.image(social(urls.get(i), field, i));
                }
            }
        }
        shape.images().forEach(draft::image);
    }

    private static RawImage social(String url, String field, int position) {
        return RawImage.newBuilder()
                .setUrl(url)
                .setRole(ImageRole.SOCIAL)
                .setField(field)
                .setPosition(position)
                .setAttributes(new HashMap<>())
                .build();
    }

    /** Of the other meta elements those that a standard defines for articles. */
    private void rest() {
        for (Map.Entry<String, List<String>> entry : shape.meta().entrySet()) {
            String key = entry.getKey();
            if (key.startsWith("og:") || key.startsWith("article:") || key.startsWith("twitter:")) {
                draft.extension(key, String.join("\n", entry.getValue()));
            }
        }
        shape.canonical()
                .filter(url -> !isAbsolute(url))
                .ifPresent(url -> draft.extension("html:canonical", url));
    }
}
