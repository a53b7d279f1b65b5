package io.broadsheet.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.schemas.RandomRecords;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.v1.EnrichedArticle;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

/** Whatever bytes stand in a topic, reading them ends with a record or a verdict. */
class HostileBytesPropertyTest {

    private static final int CASES = 3000;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroSerde<EnrichedArticle> serde = AvroSerde.of(Topics.ENRICHED, registry);
    private final Random random = new Random(3);

    @Test
    void damagedRecordsAreCorruptOrOtherRecordsButNeverAnotherFailure() {
        registry.register(Topics.ENRICHED.subject(), Topics.ENRICHED.schema());
        var records = new RandomRecords(5);
        int corrupt = 0;
        for (int i = 0; i < CASES; i++) {
            var record = (EnrichedArticle) records.specific(Topics.ENRICHED.schema());
            byte[] bytes = serde.serializer().serialize("news.articles.enriched.v1", record);
            corrupt += isCorrupt(damaged(bytes)) ? 1 : 0;
        }
        assertThat(corrupt).isGreaterThan(CASES / 2);
    }

    private byte[] damaged(byte[] bytes) {
        byte[] damaged = Arrays.copyOf(bytes, bytes.length - random.nextInt(3));
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private boolean isCorrupt(byte[] bytes) {
        try {
            serde.deserializer().deserialize("t", bytes);
            return false;
        } catch (AvroCorruptException | SchemaUnknownException e) {
            return true;
        }
    }

    @Test
    void aLengthThatIsALieTakesNoMemory() {
        int id = registry.register(Topics.ENRICHED.subject(), Topics.ENRICHED.schema());
        // The first field is a string; this one claims to be of two gigabytes.
        byte[] bytes = {
            0, 0, 0, 0, (byte) id, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0xf
        };
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes))
                .isInstanceOf(AvroCorruptException.class);
    }
}
