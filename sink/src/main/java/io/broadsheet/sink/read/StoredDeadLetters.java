package io.broadsheet.sink.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The dead letters of all stages, each as one line of JSON under the contract's names. */
public final class StoredDeadLetters {

    private static final String NEWEST =
            "SELECT record FROM dead_letter ORDER BY failed_at DESC, dead_letter_id LIMIT ?";
    private static final String BY_ID = "SELECT record FROM dead_letter WHERE dead_letter_id = ?";

    private final Query query;

    StoredDeadLetters(Query query) {
        this.query = query;
    }

    /**
     * Hands over dead letters, the latest failure first; equals by id. Holds one at a time.
     *
     * @param countMax how many at most
     */
    public void list(long countMax, Consumer<String> line) {
        query.each(NEWEST, row -> line.accept(row.getString(1)), countMax);
    }

    /** One letter, if it is stored. */
    public Optional<String> byId(String deadLetterId) {
        List<String> found = new ArrayList<>();
        query.each(BY_ID, row -> found.add(row.getString(1)), deadLetterId);
        return found.stream().findFirst();
    }
}
