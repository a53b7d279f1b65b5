package io.broadsheet.sink;

import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.ClaimResult;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.OutboxResult;
import io.broadsheet.sink.store.StoreKind;
import io.broadsheet.sink.store.StoreResult;
import io.broadsheet.sink.store.Unavailable;
import io.broadsheet.v1.DeadLetter;

import java.util.List;
import java.util.Optional;

/** A real store with one fault, at the n-th save. */
final class FlakyStore implements ArticleStore {

    private final ArticleStore real;
    private final Fault fault;
    private final int atSave;
    private int saves;
    private boolean away;

    FlakyStore(ArticleStore real, Fault fault, int atSave) {
        this.real = real;
        this.fault = fault;
        this.atSave = atSave;
    }

    /** What goes wrong. */
    enum Fault {
        /** The database cannot be used. */
        UNAVAILABLE,
        /** It seems so, but the transaction was committed. */
        OUTCOME_UNKNOWN,
        /** The process dies before it could save. */
        KILLED_BEFORE,
        /** The process dies after the commit. */
        KILLED_AFTER
    }

    /** The end of the process. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** From now on it does not answer, or answers again. */
    void setAway(boolean isAway) {
        away = isAway;
    }

    @Override
    public StoreKind kind() {
        return real.kind();
    }

    @Override
    public StoreResult save(Batch batch) {
        if (++saves != atSave) {
            return real.save(batch);
        }
        return switch (fault) {
            case UNAVAILABLE -> new Unavailable("test");
            case OUTCOME_UNKNOWN -> {
                real.save(batch);
                yield new Unavailable("test");
            }
            case KILLED_BEFORE -> throw new Killed();
            case KILLED_AFTER -> {
                real.save(batch);
                throw new Killed();
            }
        };
    }

    @Override
    public ClaimResult claim(List<LogStart> partitions) {
        return real.claim(partitions);
    }

    @Override
    public OutboxResult lettersToRelay(int countMax) {
        return away ? new Unavailable("away") : real.lettersToRelay(countMax);
    }

    @Override
    public Optional<Unavailable> relayed(List<DeadLetter> letters) {
        return real.relayed(letters);
    }

    @Override
    public void close() {
        real.close();
    }
}
