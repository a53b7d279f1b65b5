package io.broadsheet.operate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.operate.replay.Step.Action;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterState;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.IngestCursor;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Replays on a real broker, as whoever reads the topics sees them. */
class ReplayIT {

    private static final byte[] JUNK = "not avro".getBytes(StandardCharsets.UTF_8);

    @TempDir Path directory;
    private EmbeddedPlatform platform;
    private Graveyard graveyard;

    @BeforeEach
    void start() {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve("platform")));
        graveyard = new Graveyard(platform, directory.resolve("claims"));
    }

    @AfterEach
    void stop() {
        graveyard.close();
        platform.close();
    }

    @Test
    void theOriginalGoesBackAsItWasAndItsLetterSaysWhereTo() {
        RecordRef origin = graveyard.publish(Topics.RAW.name(), "a", JUNK);
        DeadLetter letter = graveyard.bury(origin, FailureCode.DEFECT);

        graveyard.replay(false);

        List<ConsumerRecord<byte[], byte[]>> raw = graveyard.records(Topics.RAW.name());
        assertThat(raw).hasSize(2);
        ConsumerRecord<byte[], byte[]> first = raw.getFirst();
        ConsumerRecord<byte[], byte[]> again = raw.getLast();
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(again.timestamp()).isEqualTo(first.timestamp());
        assertThat(again.partition()).isEqualTo(first.partition());
        assertThat(Graveyard.text(again, "mine")).isEqualTo("kept");
        assertThat(again.headers().lastHeader("empty").value()).isNull();
        assertThat(Graveyard.text(again, "news-replay-count")).isEqualTo("1");
        assertThat(Graveyard.text(again, "news-replay-of")).isEqualTo(letter.getDeadLetterId());
        DeadLetterStatus status = graveyard.status(letter);
        assertThat(status.getState()).isEqualTo(DeadLetterState.REPLAYED);
        assertThat(Objects.requireNonNull(status.getReplayedTo()).getOffset())
                .isEqualTo(again.offset());
    }

    @Test
    void replayingAllOverAgainRepeatsNothing() {
        graveyard.bury(graveyard.publish(Topics.RAW.name(), "a", JUNK), FailureCode.DEFECT);

        graveyard.replay(false);
        graveyard.replay(false);

        assertThat(graveyard.records(Topics.RAW.name())).hasSize(2);
    }

    @Test
    void anOldVersionIsNotWrittenBehindTheOneThatCameAfterIt() {
        RecordRef old = graveyard.publish(Topics.RAW.name(), "a", graveyard.article("a", "old"));
        DeadLetter letter = graveyard.bury(old, FailureCode.DEFECT);
        graveyard.publish(Topics.RAW.name(), "b", graveyard.article("b", "another"));
        assertThat(graveyard.rehearse()).contains(Topics.RAW.name());
        graveyard.publish(Topics.RAW.name(), "a", graveyard.article("a", "new"));

        graveyard.replay(false);

        assertThat(graveyard.records(Topics.RAW.name())).hasSize(3);
        assertThat(graveyard.status(letter).getState()).isEqualTo(DeadLetterState.RESOLVED);
        assertThat(graveyard.status(letter).getNote()).contains("overtaken by");
    }

    @Test
    void whatNobodyCanReadOvertakesNothing() {
        RecordRef good = graveyard.publish(Topics.RAW.name(), "a", graveyard.article("a", "good"));
        graveyard.bury(good, FailureCode.DEFECT);
        graveyard.publish(Topics.RAW.name(), "a", JUNK);

        graveyard.replay(false);

        assertThat(graveyard.records(Topics.RAW.name())).hasSize(3);
    }

    @Test
    void bytesTooLargeForALetterComeFromTheLogOrFromTheClaimsOrAreToldToBeLost() {
        byte[] large = new byte[1024 * 1024 + 1];
        RecordRef inLog = graveyard.publish(Topics.RAW.name(), "a", large);
        graveyard.bury(inLog, FailureCode.DEFECT);
        RecordRef gone = new RecordRef(Topics.RAW.name(), 0, 1_000L);
        graveyard.buryValue(gone, large);

        assertThat(graveyard.replay(false).failed()).isZero();

        assertThat(graveyard.records(Topics.RAW.name()))
                .hasSize(3)
                .allSatisfy(record -> assertThat(record.value()).isEqualTo(large));

        RecordRef lost = new RecordRef(Topics.RAW.name(), 0, 2_000L);
        DeadLetter letter = graveyard.buryValue(lost, new byte[1024 * 1024 + 2]);
        graveyard.loseClaims();
        ReplayReport report = graveyard.replay(false);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.text().toString()).contains("--claims");
        assertThat(graveyard.statuses()).doesNotContainKey(letter.getDeadLetterId());
    }

    @Test
    void aDocumentIsForgottenSoThatItsSameBytesAreReadAgain() {
        DeadLetter letter = graveyard.buryDocument("file:///a.md");
        graveyard.take("file:///a.md", Optional.of(letter));
        graveyard.take("file:///b.md", Optional.empty());

        graveyard.replay(false);

        assertThat(graveyard.cursors().keySet()).containsExactly("source file:///b.md");
        assertThat(graveyard.status(letter).getState()).isEqualTo(DeadLetterState.REPLAYED);
    }

    @Test
    void aDocumentThatWasReadSinceIsLeftAloneAndItsLetterResolved() {
        DeadLetter letter = graveyard.buryDocument("file:///a.md");
        graveyard.take("file:///a.md", Optional.empty());

        graveyard.replay(false);

        IngestCursor cursor = graveyard.cursors().get("source file:///a.md");
        assertThat(cursor).isNotNull();
        assertThat(graveyard.status(letter).getState()).isEqualTo(DeadLetterState.RESOLVED);
    }

    @Test
    void whoeverBeginsLaterFencesWhoeverBeganBeforeAndNothingOfTheFirstIsSeen() {
        RecordRef origin = graveyard.publish(Topics.RAW.name(), "a", JUNK);
        graveyard.bury(origin, FailureCode.DEFECT);
        try (ReplayWriter first = new ReplayWriter(graveyard.cluster())) {
            Batch batch = graveyard.batch(first);
            graveyard.replay(false);

            assertThatExceptionOfType(ToolFailure.class)
                    .isThrownBy(() -> first.commit(batch))
                    .withMessageContaining("another `dead replay` has begun");
        }
        assertThat(graveyard.records(Topics.RAW.name())).hasSize(2);
    }

    @Test
    void afterFiveReplaysItIsParkedUnlessForced() {
        RecordRef origin = graveyard.publish(Topics.RAW.name(), "a", JUNK);
        DeadLetter letter = graveyard.bury(origin, FailureCode.DEFECT);
        for (int i = 0; i < 5; i++) {
            graveyard.replay(true);
        }
        assertThat(graveyard.status(letter).getReplayCount()).isEqualTo(5);
        graveyard.buryAgain(letter);

        graveyard.replay(false);

        assertThat(graveyard.status(letter).getState()).isEqualTo(DeadLetterState.PARKED);
        assertThat(graveyard.records(Topics.RAW.name())).hasSize(6);
        graveyard.replay(true);
        assertThat(graveyard.records(Topics.RAW.name())).hasSize(7);
    }

    @Test
    void noMoreAreWrittenInASecondThanIsAllowed() {
        List<RecordRef> origins = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            origins.add(graveyard.publish(Topics.RAW.name(), "a" + i, JUNK));
        }
        origins.forEach(origin -> graveyard.bury(origin, FailureCode.DEFECT));
        long start = System.nanoTime();

        graveyard.replayAtMost(4);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(graveyard.records(Topics.RAW.name())).hasSize(18);
    }

    @Test
    void aStepSaysWhereItLeads() {
        assertThat(new Action.WriteBack("t").target()).isEqualTo("t");
        assertThat(new Action.Skip("why").target()).isEqualTo("left alone: why");
    }
}
