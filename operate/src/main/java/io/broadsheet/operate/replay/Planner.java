package io.broadsheet.operate.replay;

import io.broadsheet.ingest.publish.RecordWriter;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.operate.replay.Step.Action;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.IngestCursor;

import java.util.Map;
import java.util.Optional;

/**
 * Decides what is to be done about each letter.
 *
 * @param statuses what was done before, by id of the letter
 * @param log what the log says about the originals
 * @param force whether letters are replayed that were replayed, resolved or parked before, or whose
 *     original has been overtaken
 */
record Planner(Map<String, DeadLetterStatus> statuses, LogFacts log, boolean force) {

    /** After so many replays an original is parked. */
    static final int REPLAYS_MAX = 5;

    /** The step for a letter. */
    Step plan(FoundLetter found) {
        Optional<DeadLetterStatus> status = Optional.ofNullable(statuses.get(found.facts().id()));
        int before = found.replayCount(status);
        Optional<Action> done = force ? Optional.empty() : done(found, status);
        Action action = done.orElseGet(() -> next(found, before));
        return new Step(found, before + 1, action);
    }

    private Optional<Action> done(FoundLetter found, Optional<DeadLetterStatus> status) {
        return switch (found.state(status)) {
            case OPEN, UNKNOWN -> Optional.empty();
            case REPLAYED ->
                    Optional.of(
                            isReadSince(found.letter())
                                    ? new Action.Resolve("the document has been read since")
                                    : new Action.Skip("replayed already" + at(status)));
            case RESOLVED -> Optional.of(new Action.Skip("resolved already" + at(status)));
            case PARKED -> Optional.of(new Action.Skip("parked"));
        };
    }

    private static String at(Optional<DeadLetterStatus> status) {
        return status.map(known -> known.getReplayedTo())
                .map(to -> " to " + Place.of(to))
                .orElse("");
    }

    private Action next(FoundLetter found, int before) {
        if (before >= REPLAYS_MAX && !force) {
            return new Action.Park();
        }
        return found.letter().getOrigin() == null
                ? again(found.letter())
                : back(found.letter(), Place.of(found.letter().getOrigin()));
    }

    private Action again(DeadLetter letter) {
        if (letter.getSourceId() == null || letter.getUrl() == null) {
            return new Action.Skip("it names neither a record nor a document");
        }
        return isReadSince(letter) && !force
                ? new Action.Resolve("the document has been read since")
                : new Action.ReadAgain(
                        RecordWriter.cursorKey(letter.getSourceId(), letter.getUrl()));
    }

    /** Whether the document of a letter without a record now gives something else. */
    private boolean isReadSince(DeadLetter letter) {
        if (letter.getOrigin() != null || letter.getSourceId() == null || letter.getUrl() == null) {
            return false;
        }
        IngestCursor cursor =
                log.cursors().get(RecordWriter.cursorKey(letter.getSourceId(), letter.getUrl()));
        return cursor != null && !letter.getDeadLetterId().equals(cursor.getDeadLetterId());
    }

    private Action back(DeadLetter letter, Place origin) {
        if (!log.topics().contains(origin.topic())) {
            return new Action.Skip("there is no topic " + origin.topic());
        }
        Optional<Place> newer = force ? Optional.empty() : log.overtaker(letter, origin);
        return newer.<Action>map(place -> new Action.Resolve("overtaken by " + place))
                .orElseGet(() -> new Action.WriteBack(origin.topic()));
    }
}
