package io.broadsheet.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.v1.IdentityBasis;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;

/** What is known of items stays so over bytes, and is bounded. */
class KnownItemsTest {

    private static final KnownItem PLAIN = item("a", "a", 1);
    private static final KnownItem ALIAS = item("b", "a", 2);

    @Test
    void itIsTheSameWhenItIsReadAgain() {
        var known = new KnownItems(10);
        known.remember(PLAIN);
        known.remember(ALIAS);
        ByteBuffer bytes = known.write();

        KnownItems again = KnownItems.read(bytes, 10);

        assertThat(bytes.remaining()).isEqualTo(45 + 61);
        assertThat(again.find(ALIAS.rungId())).contains(ALIAS);
        assertThat(again.find(PLAIN.names())).contains(PLAIN);
        assertThat(again.write()).isEqualTo(known.write());
    }

    @Test
    void bytesThatAreCutGiveWhatIsWhole() {
        var known = new KnownItems(10);
        known.remember(PLAIN);
        known.remember(ALIAS);
        ByteBuffer bytes = known.write();
        for (int length = 0; length < bytes.remaining(); length++) {
            assertThat(KnownItems.read(bytes.slice(0, length), 10).size())
                    .isEqualTo(length / 45 > 0 ? 1 : 0);
        }
    }

    @Test
    void theOldestAreForgottenWithAllTheirNames() {
        var known = new KnownItems(2);
        for (int i = 0; i < 5; i++) {
            known.remember(item("i" + i, "i" + i, i + 1));
        }

        assertThat(known.size()).isEqualTo(2);
        assertThat(known.find(Sha256.id("i2"))).isEmpty();
        assertThat(known.find(new ItemNames(3, 3, 3))).isEmpty();
        assertThat(known.find(new ItemNames(5, 5, 5))).isPresent();
    }

    private static KnownItem item(String rung, String article, int number) {
        return new KnownItem(
                Sha256.id(rung),
                Sha256.id(article),
                IdentityBasis.LINK,
                new ItemNames(number, number, number),
                18_000);
    }
}
