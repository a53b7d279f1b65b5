package io.broadsheet.ingest.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents that will be published together, bounded by their number and their bytes. */
public final class Batch {

    private static final int DOCUMENTS_MAX = 500;
    private static final long BYTES_MAX = 8L * 1024 * 1024;

    private final List<Outgoing> documents = new ArrayList<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private long bytes;

    /** Adds a document. A batch may go over its bytes by one document. */
    public void add(Outgoing outgoing) {
        documents.add(outgoing);
        bytes += outgoing.bytes();
        seen.put(outgoing.taken().cursor().getDocument(), Seen.of(outgoing.taken().cursor()));
    }

    /** Whether it is time to publish. */
    public boolean isFull() {
        return documents.size() >= DOCUMENTS_MAX || bytes >= BYTES_MAX;
    }

    /** Whether there is nothing to publish. */
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** What this batch says of a document. */
    public Optional<Seen> seen(String document) {
        return Optional.ofNullable(seen.get(document));
    }

    /** In the order they were added. */
    public List<Outgoing> documents() {
        return documents;
    }
}
