package io.broadsheet.sink.store;

import io.broadsheet.v1.DeadLetter;

import java.util.List;
import java.util.Optional;

/**
 * A database that holds articles, dead letters and how far each partition has been stored, and
 * changes the three in one transaction. The offsets kept here are the only ones a sink believes; an
 * epoch per partition fences writers that were replaced without knowing it (RELIABILITY 4.2).
 *
 * <p>Used by one thread. Every answer is a value; an exception is a {@link StoreBrokenException},
 * which waiting does not heal, or a defect.
 */
public interface ArticleStore extends AutoCloseable {

    /** Which kind of store this is. */
    StoreKind kind();

    /**
     * Takes partitions over: from now on a save under an older epoch is refused.
     *
     * @param partitions with where their logs begin, which is where a partition never claimed
     *     before starts
     */
    ClaimResult claim(List<LogStart> partitions);

    /**
     * Saves rows and offsets, all or nothing. Saving the same batch twice is saving it once.
     * Articles are guarded by version: one that is not newer than the stored one changes nothing.
     */
    StoreResult save(Batch batch);

    /**
     * Dead letters of this sink that are not yet on their topic, oldest first.
     *
     * @param countMax how many at most
     */
    OutboxResult lettersToRelay(int countMax);

    /**
     * Remembers that letters are on their topic.
     *
     * @return empty if done; if not, they are relayed once more, which is harmless
     */
    Optional<Unavailable> relayed(List<DeadLetter> letters);

    /** Lets go of the database. Closing twice is closing once. */
    @Override
    void close();
}
