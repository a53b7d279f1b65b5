package io.broadsheet.syndicate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.syndicate.Articles;
import io.broadsheet.syndicate.filter.ArticleFilter;
import io.broadsheet.syndicate.filter.FilterWords;
import io.broadsheet.syndicate.tail.Entry;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pages end where they are told to, and where they are heavy enough. */
class ShelfTest {

    private static final ArticleFilter ALL = FilterWords.read(_ -> List.of());
    private static final int MEGABYTE = 1024 * 1024;

    private final Shelf shelf = new Shelf(100, 100L * MEGABYTE);

    @Test
    void aPageOfHeavyArticlesEndsBeforeFourMegabytesAndTheNextGoesOn() {
        for (int number = 1; number <= 5; number++) {
            put(number, 3 * MEGABYTE / 2);
        }

        Shelf.Stretch first = shelf.read(ALL, Optional.empty(), 5);
        assertThat(ids(first)).containsExactly(Articles.id(5), Articles.id(4));
        Shelf.Stretch second = shelf.read(ALL, first.next(), 5);
        assertThat(ids(second)).containsExactly(Articles.id(3), Articles.id(2));
        Shelf.Stretch last = shelf.read(ALL, second.next(), 5);
        assertThat(ids(last)).containsExactly(Articles.id(1));
        assertThat(last.next()).isEmpty();
    }

    @Test
    void anArticleThatIsTooHeavyAloneIsAPage() {
        put(1, 10 * MEGABYTE);
        put(2, 10 * MEGABYTE);

        Shelf.Stretch first = shelf.read(ALL, Optional.empty(), 5);
        assertThat(ids(first)).containsExactly(Articles.id(2));
        assertThat(ids(shelf.read(ALL, first.next(), 5))).containsExactly(Articles.id(1));
    }

    @Test
    void lightArticlesAreAsManyAsWanted() {
        put(1, 100);
        put(2, 100);
        put(3, 100);

        Shelf.Stretch first = shelf.read(ALL, Optional.empty(), 2);
        assertThat(ids(first)).containsExactly(Articles.id(3), Articles.id(2));
        assertThat(first.next()).isPresent();
    }

    private void put(int number, int bytes) {
        var mark = new Entry.Mark(0, number, Articles.id(number), Instant.EPOCH);
        shelf.take(new Entry(mark, Articles.article(number).build(), bytes));
    }

    private static List<String> ids(Shelf.Stretch stretch) {
        return stretch.held().stream().map(Held::articleId).toList();
    }
}
