package io.broadsheet.ingest.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The documents of one source that have been taken. Used by one thread. */
public final class Cursors {

    private final Map<String, Seen> byDocument = new HashMap<>();

    /** What was last published about a document. */
    public Optional<Seen> find(String document) {
        return Optional.ofNullable(byDocument.get(document));
    }

    void put(String document, Seen seen) {
        byDocument.put(document, seen);
    }

    void remove(String document) {
        byDocument.remove(document);
    }

    /** Once a batch is committed its documents have been taken. */
    void advance(Batch batch) {
        for (Outgoing outgoing : batch.documents()) {
            var cursor = outgoing.taken().cursor();
            put(cursor.getDocument(), Seen.of(cursor));
        }
    }

    /** Whether these cursors are the batch's own: then it was committed, whatever we were told. */
    boolean include(Batch batch) {
        return batch.documents().stream()
                .map(outgoing -> outgoing.taken().cursor())
                .allMatch(c -> find(c.getDocument()).equals(batch.seen(c.getDocument())));
    }
}
