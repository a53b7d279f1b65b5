package io.broadsheet.ingest.document;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.v1.IdentityBasis;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Reads bytes as if a file named {@code post.md} held them. */
final class Readers {

    private Readers() {}

    static DocumentReader reader() {
        return reader(ReaderSettings.DOCUMENT_BYTES_MAX);
    }

    static DocumentReader reader(int documentBytesMax) {
        return new DocumentReader(
                new ReaderSettings(
                        new SourceId("test"),
                        Optional.empty(),
                        "test",
                        documentBytesMax,
                        IdentityBasis.UNKNOWN,
                        Optional.empty()),
                ClaimStore.none(),
                InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    }

    static Reading read(byte[] bytes) {
        return reader().parse(new Document("file:///posts/post.md", "post.md", bytes));
    }
}
