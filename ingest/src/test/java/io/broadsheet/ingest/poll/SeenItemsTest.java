package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.poll.seen.SeenItems;
import io.broadsheet.ingest.poll.seen.SeenItems.Comparison;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What a feed has said before is not said again, within bounds. */
class SeenItemsTest {

    static {
        ContractClasses.trust();
    }

    private static final SeenItems NONE = SeenItems.read(ByteBuffer.allocate(0));

    @Test
    void newAndChangedItemsAreToldFromKnownOnes() {
        SeenItems seen = compare(NONE, article("a", 1), article("b", 1)).seen();

        Comparison next = compare(reread(seen), article("a", 1), article("b", 2), article("c", 1));

        assertThat(next.articles()).extracting(RawArticle::getTitle).containsExactly("b2", "c1");
        assertThat(next.added()).isEqualTo(1);
        assertThat(next.changed()).isEqualTo(1);
    }

    @Test
    void anItemThatIsGoneForAWhileIsStillKnown() {
        SeenItems seen = compare(NONE, article("a", 1), article("b", 1)).seen();
        SeenItems without = compare(seen, article("b", 1)).seen();

        assertThat(compare(without, article("a", 1)).articles()).isEmpty();
    }

    @Test
    void whatIsRememberedIsBounded() {
        SeenItems seen = NONE;
        for (int day = 0; day < 50; day++) {
            int first = day * 100;
            List<RawArticle> shown =
                    IntStream.range(first, first + 100)
                            .mapToObj(i -> article("item" + i, 1))
                            .toList();
            seen = reread(seen).compare(shown, List.of()).seen();
        }

        assertThat(seen.size()).isEqualTo(200);
    }

    private static Comparison compare(SeenItems seen, RawArticle... articles) {
        return seen.compare(List.of(articles), List.of());
    }

    private static SeenItems reread(SeenItems seen) {
        return SeenItems.read(seen.write());
    }

    private static RawArticle article(String name, int version) {
        return RawArticle.newBuilder()
                .setArticleId(Sha256.id(name))
                .setTitle(name + version)
                .setSource(Source.newBuilder().setSourceId("s").build())
                .setContentHash(Sha256.tagged(name + version))
                .setFetch(
                        FetchContext.newBuilder()
                                .setFetchId("f")
                                .setRetrievedAt(Instant.EPOCH)
                                .build())
                .setIngestedAt(Instant.EPOCH)
                .build();
    }
}
