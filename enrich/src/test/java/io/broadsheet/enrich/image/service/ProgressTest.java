package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Which offsets may be committed. */
class ProgressTest {

    private static final TopicPartition ONE = new TopicPartition("requests", 1);

    private final Progress progress = new Progress();

    @Test
    void onlyThatBeforeWhichAllIsDoneIsCommitted() {
        List<Mark> marks = begin(10, 13);
        marks.get(0).done();
        marks.get(2).done();

        assertThat(progress.takeCommittable()).isEqualTo(Map.of(ONE, new OffsetAndMetadata(11)));
        assertThat(progress.takeCommittable()).isEmpty();
        assertThat(progress.open()).isEqualTo(1);

        marks.get(1).done();
        assertThat(progress.takeCommittable()).isEqualTo(Map.of(ONE, new OffsetAndMetadata(13)));
    }

    @Test
    void inWhateverOrderTheyAreDoneTheOffsetNeverPassesOneThatIsNot() {
        var random = new Random(7);
        List<Mark> marks = begin(0, 500);
        List<Mark> order = new ArrayList<>(marks);
        Collections.shuffle(order, random);
        for (Mark mark : order) {
            mark.done();
            long first =
                    marks.stream()
                            .filter(it -> !it.isDone())
                            .findFirst()
                            .map(Mark::offset)
                            .orElse(500L);
            progress.takeCommittable()
                    .values()
                    .forEach(offset -> assertThat(offset.offset()).isEqualTo(first));
        }
        assertThat(progress.clear(List.of(ONE))).isTrue();
    }

    @Test
    void whatIsTakenAwayIsDroppedAndNoLongerCounts() {
        List<Mark> marks = begin(0, 3);
        marks.get(0).done();

        assertThat(progress.takeLast(List.of(ONE))).containsEntry(ONE, new OffsetAndMetadata(1));
        assertThat(marks.get(1).isDropped()).isTrue();
        assertThat(progress.open()).isZero();

        marks.get(1).done();
        assertThat(progress.takeCommittable()).isEmpty();
    }

    @Test
    void whoLeavesWaitsForWhatIsUnderWayAndForNothingElse() {
        List<Mark> marks = begin(0, 3);
        marks.get(0).done();
        marks.get(1).begin();

        assertThat(progress.clear(List.of(ONE))).isFalse();
        assertThat(marks.get(2).isDropped()).isTrue();
        assertThat(marks.get(1).isDropped()).isFalse();

        marks.get(1).done();
        assertThat(progress.clear(List.of(ONE))).isTrue();
        assertThat(progress.open()).isZero();
        assertThat(progress.takeLast(List.of(ONE))).containsEntry(ONE, new OffsetAndMetadata(2));
    }

    @Test
    void whatIsOldestMovesOnWithThatBeforeWhichAllIsDone() {
        List<Mark> marks = begin(10, 13);
        assertThat(progress.oldest(ONE)).hasValue(1010L);

        marks.get(1).done();
        assertThat(progress.oldest(ONE)).hasValue(1010L);

        marks.get(0).done();
        assertThat(progress.oldest(ONE)).hasValue(1012L);

        marks.get(2).done();
        assertThat(progress.oldest(ONE)).isEmpty();
    }

    @Test
    void whatWaitsForAnotherTryIsNotWaitedFor() {
        Mark mark = begin(0, 1).getFirst();
        mark.begin();
        mark.rest();

        assertThat(progress.clear(List.of(ONE))).isTrue();
        assertThat(mark.isDropped()).isTrue();
    }

    private List<Mark> begin(int from, int to) {
        List<Mark> marks = new ArrayList<>();
        for (int offset = from; offset < to; offset++) {
            marks.add(progress.begin(record(offset)));
        }
        return marks;
    }

    /** Written a thousand milliseconds and as many as its offset says after 1970 began. */
    private static ConsumerRecord<byte[], byte[]> record(int offset) {
        return new ConsumerRecord<>(
                ONE.topic(),
                ONE.partition(),
                offset,
                1000L + offset,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
