package io.broadsheet.operate.replay;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.operate.letters.LetterBox;
import io.broadsheet.operate.letters.LetterFacts;
import io.broadsheet.operate.letters.OriginalValue;
import io.broadsheet.operate.letters.OriginalValues;
import io.broadsheet.operate.replay.Step.Action;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes originals back to where they came from, and keeps what was done about each letter in the
 * same transaction: whenever it is killed, each letter was replayed and says so, or neither.
 */
public final class Replay {

    private static final int BATCH_MAX = 100;

    private final Cluster cluster;
    private final ClaimStore claims;
    private final ReplayRequest request;
    private final LetterBox box;
    private final ReplayReport report = new ReplayReport();

    /**
     * @param claims where payloads are kept that were too large for a letter
     */
    public Replay(Cluster cluster, ClaimStore claims, ReplayRequest request) {
        this.cluster = cluster;
        this.claims = claims;
        this.request = request;
        this.box = new LetterBox(cluster, request.topics());
    }

    /** What would be done; changes nothing. */
    public ReplayReport rehearse() {
        plan().forEach(step -> report.count(step, step.action().target()));
        return report;
    }

    /**
     * Does it.
     *
     * @throws ToolFailure if another replay takes over, or the cluster refuses
     */
    public ReplayReport perform() {
        requireStatusTopic();
        // Whoever ran before is fenced first, so that what it has done is known and final.
        try (ReplayWriter writer = new ReplayWriter(cluster);
                Aftermath aftermath = new Aftermath(cluster)) {
            Map<Step, RecordRef> written = new Run(writer).carryOut(plan());
            settle(written, aftermath, writer);
        }
        return report;
    }

    private void requireStatusTopic() {
        String topic = Topics.DEAD_LETTER_STATUS.name();
        if (!cluster.topics().contains(topic)) {
            throw new ToolFailure(
                    "there is no topic " + topic + "; `broadsheet topics create` makes it");
        }
    }

    private List<Step> plan() {
        Collection<FoundLetter> letters = box.latest(this::isMeant).values();
        requireAllFound(letters);
        LogFacts log = LogFacts.about(cluster, letters);
        Planner planner = new Planner(box.statuses(), log, request.force());
        return letters.stream().map(planner::plan).toList();
    }

    private boolean isMeant(LetterFacts letter) {
        return (request.ids().isEmpty() || request.ids().contains(letter.id()))
                && request.filter().test(letter);
    }

    private void requireAllFound(Collection<FoundLetter> letters) {
        Set<String> missing = new TreeSet<>(request.ids());
        letters.forEach(letter -> missing.remove(letter.facts().id()));
        if (!missing.isEmpty()) {
            throw new ToolFailure("there is no such dead letter: " + String.join(", ", missing));
        }
    }

    /** Waits for what becomes of raw records, and notes what has come to a good end. */
    private void settle(Map<Step, RecordRef> written, Aftermath aftermath, ReplayWriter writer) {
        Map<RecordRef, Step> raw = new LinkedHashMap<>();
        written.forEach((step, place) -> {
            if (place.getTopic().equals(Topics.RAW.name())) {
                raw.put(place, step);
            }
        });
        Map<RecordRef, OutcomeKind> outcomes = aftermath.await(raw.keySet(), request.waitMax());
        List<DeadLetterStatus> resolved = new ArrayList<>();
        raw.forEach((place, step) -> {
            Optional<OutcomeKind> outcome = Optional.ofNullable(outcomes.get(place));
            report.countOutcome(outcome.map(OutcomeKind::name).orElse("not yet known"));
            outcome.filter(kind -> kind != OutcomeKind.BURIED)
                    .ifPresent(kind ->
                            resolved.add(writer.records().resolved(step, place, kind.name())));
        });
        if (!resolved.isEmpty()) {
            writer.commit(resolved);
        }
    }

    /** One run over a plan, batch by batch, no faster than is wanted. */
    private final class Run {

        private final ReplayWriter writer;
        private final OriginalValues values = new OriginalValues(cluster, claims);
        private final Map<Step, RecordRef> written = new LinkedHashMap<>();
        private final int batchMax = Math.min(BATCH_MAX, request.perSecondMax());
        private final long startNanos = System.nanoTime();
        private long done;
        private Batch batch = new Batch(batchMax);

        Run(ReplayWriter writer) {
            this.writer = writer;
        }

        Map<Step, RecordRef> carryOut(List<Step> steps) {
            Map<Place, Step> back = new LinkedHashMap<>();
            for (Step step : steps) {
                switch (step.action()) {
                    case Action.WriteBack _ -> back.put(step.found().place(), step);
                    case Action.ReadAgain(var key) ->
                            add(step, Optional.of(writer.records().forgetting(key)));
                    case Action.Park _, Action.Resolve _ -> add(step, Optional.empty());
                    case Action.Skip _ -> report.count(step, step.action().target());
                }
            }
            box.at(
                    back.keySet(),
                    found -> {
                        Step step = back.get(found.place());
                        if (step != null) {
                            writeBack(step, found);
                        }
                    });
            commit();
            return written;
        }

        private void writeBack(Step step, FoundLetter found) {
            switch (values.of(found.letter())) {
                case OriginalValue.Bytes(var bytes) -> add(step, found, bytes);
                case OriginalValue.None _ -> add(step, found, null);
                case OriginalValue.Lost(var why) -> report.fail(step, why);
            }
        }

        private void add(Step step, FoundLetter found, byte @Nullable [] value) {
            String topic = step.action().target();
            add(
                    step,
                    Optional.of(
                            writer.records().original(found.letter(), topic, step.count(), value)));
        }

        private void add(Step step, Optional<ProducerRecord<byte[], byte[]>> record) {
            batch.add(step, record);
            if (batch.isFull()) {
                commit();
            }
        }

        private void commit() {
            if (batch.entries().isEmpty()) {
                return;
            }
            awaitTurn();
            written.putAll(writer.commit(batch));
            batch.entries()
                    .forEach(entry -> report.count(entry.step(), entry.step().action().target()));
            done += batch.entries().size();
            batch = new Batch(batchMax);
        }

        /** The next batch may go when all before it have had their time. */
        private void awaitTurn() {
            long dueNanos = done * Duration.ofSeconds(1).toNanos() / request.perSecondMax();
            Duration left = Duration.ofNanos(startNanos + dueNanos - System.nanoTime());
            try {
                Thread.sleep(left.isNegative() ? Duration.ZERO : left);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
