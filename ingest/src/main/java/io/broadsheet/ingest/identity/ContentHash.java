package io.broadsheet.ingest.identity;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The unit of "did it change". Two readings of an article with the same hash differ in nothing that
 * its source meant: blanks at line ends, blank lines at both ends of the body, line ends, random
 * pictures and the time of a generator's run do not count. Every part is fed with its name and
 * length, so that no two items feed the same bytes.
 */
public final class ContentHash {

    private final MessageDigest digest = Sha256.start();

    private ContentHash() {}

    /**
     * {@code sha256:<hex>} of the normalized item.
     *
     * @param basis what it is known by: a guid that names nothing says nothing either
     */
    public static String of(Draft draft, IdentityBasis basis) {
        var hash = new ContentHash();
        if (basis == IdentityBasis.GUID) {
            hash.feed("guid", draft.article().getGuid());
        }
        hash.item(draft);
        return Sha256.tagged(hash.digest);
    }

    private void item(Draft draft) {
        RawArticle.Builder article = draft.article();
        feed("link", article.getLink());
        feed("title", article.getTitle());
        feed("summary", article.getSummary());
        feed("published", draft.steadyPublished().orElse(null));
        feed("updated", article.getUpdated());
        feed("language", own(draft, "language", article.getLanguage()));
        feed("rights", own(draft, "rights", article.getRights()));
        if (!draft.isInherited("authors")) {
            authors(article.getAuthors());
        }
        if (!draft.isInherited("categories")) {
            categories(draft.categories());
        }
        for (RawImage image : draft.images()) {
            feed(image.getField(), image.getUrl());
        }
        extensions(draft);
        feed("pubStatus", draft.notUsable().orElse(null));
        feed("body", withoutEdges(draft.body()));
    }

    private void categories(List<Category> categories) {
        for (Category category : categories) {
            feed("category", category.getTerm());
            feed("category.scheme", category.getScheme());
        }
    }

    /** A feed that says something new of itself has not changed all of its articles. */
    private static @Nullable String own(Draft draft, String field, @Nullable String value) {
        return draft.isInherited(field) ? null : value;
    }

    private void authors(List<Agent> authors) {
        for (Agent author : authors) {
            feed("author", author.getName());
            feed("author.uri", author.getUri());
            feed("author.email", author.getEmail());
        }
    }

    private void extensions(Draft draft) {
        for (Map.Entry<String, String> entry : new TreeMap<>(draft.extensions()).entrySet()) {
            if (!draft.isUnsteady(entry.getKey())) {
                feed(entry.getKey(), entry.getValue());
            }
        }
    }

    private void feed(String name, @Nullable String value) {
        if (value != null) {
            byte[] bytes = value.strip().getBytes(StandardCharsets.UTF_8);
            String head = name + "\n" + bytes.length + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
    }

    /** Without blanks at the end of each line; a body without any is returned as it is. */
    private static String withoutEdges(String body) {
        @Nullable StringBuilder out = null;
        int from = 0;
        for (int end = body.indexOf('\n'); end >= 0; end = body.indexOf('\n', end + 1)) {
            int text = end;
            while (text > from && isBlank(body.charAt(text - 1))) {
                text--;
            }
            if (text < end) {
                out = out == null ? new StringBuilder(body.length()) : out;
                out.append(body, from, text);
                from = end;
            }
        }
        return out == null ? body : out.append(body, from, body.length()).toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
