package io.broadsheet.ingest.format.htmlpage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What cards show beside a page's title: {@code twitter:label1} says what {@code twitter:data1} is.
 * Blog systems put the author's name there, under a label in the language of the blog.
 */
final class CardLabels {

    /** Under which the author stands among what is declared. */
    static final String AUTHOR = "twitter:data/author";

    private static final int PAIRS_MAX = 4;

    private static final Set<String> AUTHORS =
            Set.of(
                    "written by",
                    "author",
                    "verfasst von",
                    "geschrieben von",
                    "autor",
                    "écrit par",
                    "auteur",
                    "escrito por",
                    "scritto da",
                    "geschreven door",
                    "skrevet av",
                    "skrevet af",
                    "skriven av",
                    "kirjoittanut",
                    "napisane przez",
                    "napsal",
                    "yazan",
                    "автор",
                    "написано автором",
                    "執筆者",
                    "作者",
                    "글쓴이");

    private CardLabels() {}

    /** The author, if one of the cards' labels says so. */
    static Optional<String> author(List<SocialImages.Meta> metas) {
        for (int i = 1; i <= PAIRS_MAX; i++) {
            boolean author =
                    content(metas, "twitter:label" + i)
                            .filter(label -> AUTHORS.contains(label.toLowerCase(Locale.ROOT)))
                            .isPresent();
            if (author) {
                return content(metas, "twitter:data" + i);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> content(List<SocialImages.Meta> metas, String name) {
        return metas.stream()
                .filter(meta -> meta.name().equals(name))
                .map(SocialImages.Meta::content)
                .findFirst();
    }
}
