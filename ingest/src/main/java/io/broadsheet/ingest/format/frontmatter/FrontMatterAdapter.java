package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.ingest.format.BodyFormat;
import io.broadsheet.ingest.format.InlineImages;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.profile.Profile;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.Severity;
import io.broadsheet.v1.SourceKind;
import io.broadsheet.web.url.NormalizedUrl;

import java.util.List;
import java.util.Map;

/** The shape of a front-matter document to an article. */
final class FrontMatterAdapter {

    private final Fenced document;
    private final FrontMatterShape shape;
    private final Profile profile;
    private final Draft draft = new Draft();
    private final Keys keys;

    private FrontMatterAdapter(Fenced document, FrontMatterShape shape, Profile profile) {
        this.document = document;
        this.shape = shape;
        this.profile = profile;
        this.keys = new Keys(shape);
    }

    /**
     * @param fileName decides, with the body itself, whether the body is Markdown
     */
    static Draft adapt(Fenced document, FrontMatterShape shape, Profile profile, String fileName) {
        var adapter = new FrontMatterAdapter(document, shape, profile);
        adapter.draft.source().setKind(SourceKind.FRONT_MATTER);
        adapter.flags();
        adapter.names();
        adapter.texts();
        adapter.categories();
        adapter.images();
        Availability.of(shape.entries()).ifPresent(adapter.draft::notUsable);
        adapter.rest();
        adapter.body(fileName);
        if (profile == Profile.RSSHUB_HEXO) {
            RsshubHexo.apply(shape, adapter.draft);
        }
        return adapter.draft;
    }

    private void flags() {
        for (FrontMatterEntry entry : shape.recovered()) {
            String detail = "line " + entry.line();
            draft.flag("FRONT_MATTER_RECOVERED", Severity.WARNING, entry.key(), detail);
        }
        for (FrontMatterEntry entry : shape.duplicates()) {
            String detail = "line " + entry.line() + " wins";
            draft.flag("FRONT_MATTER_DUPLICATE_KEY", Severity.WARNING, entry.key(), detail);
        }
    }

    /** What the article is known by. A path is no link: only its site knows what it hangs from. */
    private void names() {
        keys.takeText(KnownKeys.GUID, _ -> true).ifPresent(draft.article()::setGuid);
        keys.takeText(KnownKeys.CANONICAL, FrontMatterAdapter::isLink)
                .ifPresent(url -> {
                    draft.canonicalUrl(url);
                    draft.article().setLink(url);
                });
        if (draft.canonicalUrl().isEmpty()) {
            keys.takeText(KnownKeys.LINK, FrontMatterAdapter::isLink)
                    .ifPresent(draft.article()::setLink);
        }
    }

    private static boolean isLink(String text) {
        return text.startsWith("http") && NormalizedUrl.ofLink(text).isPresent();
    }

    private void texts() {
        var article = draft.article();
        keys.takeText(KnownKeys.TITLE, _ -> true).ifPresent(article::setTitle);
        keys.takeText(KnownKeys.PUBLISHED, FrontMatterAdapter::hasDigit)
                .ifPresent(article::setPublished);
        keys.takeText(KnownKeys.UPDATED, FrontMatterAdapter::hasDigit)
                .ifPresent(article::setUpdated);
        keys.takeText(KnownKeys.LANGUAGE, _ -> true).ifPresent(article::setLanguage);
        keys.takeText(KnownKeys.SUMMARY, _ -> true).ifPresent(article::setSummary);
        keys.takeText(KnownKeys.RIGHTS, _ -> true).ifPresent(article::setRights);
        article.setAuthors(keys.take(KnownKeys.AUTHORS, Authors::of).orElse(List.of()));
    }

    /** {@code published: true} is a switch, not a date. */
    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private void categories() {
        for (String term : keys.takeTexts(KnownKeys.CATEGORIES)) {
            draft.category(Category.newBuilder().setTerm(term).build());
        }
        for (String term : keys.takeTexts(KnownKeys.TAGS)) {
            draft.category(Category.newBuilder().setTerm(term).setScheme("tag").build());
        }
    }

    private void images() {
        var images = new DeclaredImages(draft, profile.namespace());
        for (Map.Entry<String, ImageRole> known : KnownKeys.IMAGES.entrySet()) {
            keys.take(List.of(known.getKey()), entry -> images.add(entry, known.getValue()));
        }
    }

    private void rest() {
        for (FrontMatterEntry entry : keys.rest()) {
            if (!entry.value().isBlank()) {
                String key = profile.namespace() + ":" + entry.key();
                draft.extension(key, ValueText.of(entry.value()));
            }
        }
    }

    private void body(String fileName) {
        BodyFormat format = BodyFormat.of(document.body(), fileName);
        draft.body(document.body(), format.mediaType());
        InlineImages.of(document.body(), format).forEach(draft::image);
    }
}
