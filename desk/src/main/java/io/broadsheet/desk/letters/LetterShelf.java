package io.broadsheet.desk.letters;

import io.broadsheet.desk.flow.Ledger.BuriedOutside;
import io.broadsheet.desk.watch.Follower;
import io.broadsheet.desk.watch.Recent;
import io.broadsheet.desk.watch.Values;
import io.broadsheet.operate.cluster.Keys;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.operate.letters.LetterReader;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterStatus;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The latest 10,000 dead letters without their bytes, by a kilobyte each, and what was done about
 * letters lately.
 */
public final class LetterShelf implements Follower {

    private static final int KEPT_MAX = 10_000;
    private static final String STATUS = Topics.DEAD_LETTER_STATUS.name();

    private final LetterReader reader;
    private final Values<DeadLetterStatus> statuses;
    private final Recent<FoundLetter> letters =
            new Recent<>(KEPT_MAX, found -> found.facts().failedAt());
    private final Recent<DeadLetterStatus> done =
            new Recent<>(KEPT_MAX, DeadLetterStatus::getChangedAt);

    /**
     * @param registry knows the schemas
     */
    public LetterShelf(SchemaRegistry registry) {
        this.reader = new LetterReader(registry);
        this.statuses = new Values<>(Topics.DEAD_LETTER_STATUS, registry);
    }

    @Override
    public Set<String> topics() {
        Set<String> topics =
                Topics.ALL.stream()
                        .filter(topic -> topic.type().equals(DeadLetter.class))
                        .map(Topic::name)
                        .collect(Collectors.toSet());
        topics.add(STATUS);
        return topics;
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(STATUS)) {
            keepStatus(record);
        } else {
            reader.read(record).ifPresent(this::keep);
        }
    }

    private void keepStatus(ConsumerRecord<byte[], byte[]> record) {
        String id = String.valueOf(Keys.text(record.key()));
        statuses.of(record).ifPresentOrElse(status -> done.put(id, status), () -> done.remove(id));
    }

    private void keep(FoundLetter found) {
        String id = found.facts().id();
        boolean isOlder =
                letters.find(id)
                        .filter(known -> known.facts().failedAt().isAfter(found.facts().failedAt()))
                        .isPresent();
        if (!isOlder) {
            letters.put(id, found.light());
        }
    }

    /** All that are kept, the latest first. */
    List<LetterLine> lines() {
        return letters.latest().stream().map(this::line).toList();
    }

    private LetterLine line(FoundLetter found) {
        return LetterLine.of(found, status(found.facts().id()));
    }

    /** One of them, without its bytes. */
    Optional<FoundLetter> find(String id) {
        return letters.find(id);
    }

    /** What was done about one. */
    Optional<DeadLetterStatus> status(String id) {
        return done.find(id);
    }

    /** How many there are that nothing was done about. */
    public long open() {
        return lines().stream().filter(line -> line.state().equals("OPEN")).count();
    }

    /** Those that the outcomes do not tell of. */
    public BuriedOutside buriedOutside() {
        long beforeRaw = 0;
        long byStores = 0;
        for (FoundLetter found : letters.latest()) {
            String stage = found.facts().stage();
            beforeRaw += stage.startsWith("INGEST") ? 1 : 0;
            byStores += stage.startsWith("SINK") ? 1 : 0;
        }
        return new BuriedOutside(beforeRaw, byStores);
    }
}
