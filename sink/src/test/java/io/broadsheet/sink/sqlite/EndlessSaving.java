package io.broadsheet.sink.sqlite;

import io.broadsheet.sink.Samples;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.ClaimResult.Claimed;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.v1.ImageOutcome;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A process that stores articles, one an offset, until it is killed. Its argument is the file. */
final class EndlessSaving {

    static final TopicPartition PARTITION = new TopicPartition("articles", 0);
    private static final int BATCH_RECORDS = 40;

    private EndlessSaving() {}

    public static void main(String[] arguments) {
        var store = SqliteStore.at(Path.of(arguments[0]), "child", InstantSource.system());
        var wanted = new LogStart(PARTITION, Uuid.ONE_UUID, 0);
        Claim claim = ((Claimed) store.claim(List.of(wanted))).claims().getFirst();
        while (save(store, claim)) {
            claim = claim.at(claim.nextOffset() + BATCH_RECORDS);
        }
    }

    private static boolean save(ArticleStore store, Claim claim) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < BATCH_RECORDS; i++) {
            String id = "a" + (claim.nextOffset() + i);
            rows.add(new Row.Article(Samples.withImages(id, 1, ImageOutcome.USABLE)));
        }
        var span = new Span(claim, claim.nextOffset() + BATCH_RECORDS);
        return store.save(new Batch(List.of(span), rows)) instanceof Stored;
    }
}
