package io.broadsheet.ingest.document;

import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.Payload;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes the letters about documents. A claim store that fails is thrown as {@link
 * UncheckedIOException}.
 */
final class DocumentLetters {

    private final ReaderSettings settings;
    private final ClaimStore claims;
    private final DeadLetters letters;

    DocumentLetters(ReaderSettings settings, ClaimStore claims, InstantSource clock) {
        this.settings = settings;
        this.claims = claims;
        this.letters = new DeadLetters("broadsheet-ingest", settings.version(), clock);
    }

    /** About a file of which not even the bytes were to be had. */
    DeadLetter unopened(SourceFile file, Rejection rejection) {
        return unopened(file, rejection, Optional.empty());
    }

    /** About a file that is not read; its bytes are kept. */
    DeadLetter unread(SourceFile file, Rejection rejection, InputStream bytes) {
        try {
            return unopened(file, rejection, Optional.of(Payload.kept(bytes, claims)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeadLetter unopened(SourceFile file, Rejection rejection, Optional<Payload> payload) {
        return letters.ofDocument(
                FailureStage.INGEST_FETCH,
                rejection,
                settings.source().value(),
                file.url(),
                payload);
    }

    /** About a document, or a part of it. */
    DeadLetter unparsed(Document document, Rejection rejection, byte[] original) {
        return letters.ofDocument(
                FailureStage.INGEST_PARSE,
                rejection,
                settings.source().value(),
                document.url(),
                Optional.of(payload(original)));
    }

    private Payload payload(byte[] bytes) {
        try {
            return Payload.of(bytes, claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
