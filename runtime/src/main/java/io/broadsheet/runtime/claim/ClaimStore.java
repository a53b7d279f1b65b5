package io.broadsheet.runtime.claim;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps payloads too large for a record, by their digest, so that a record carries a claim check in
 * their place. A payload is safe on disk before {@link #put} returns; putting it twice is putting
 * it once.
 */
public interface ClaimStore {

    /** What every claim check begins with. */
    String PREFIX = "claim:";

    /** A store that keeps nothing: for single stages run without a data directory. */
    static ClaimStore none() {
        return new NoClaims();
    }

    /**
     * Keeps all bytes of the stream and closes it.
     *
     * @return the claim check, {@code claim:sha256:<hex>}
     * @throws IOException if it could not be read, or not be kept safely
     */
    String put(InputStream payload) throws IOException;

    /**
     * The payload of a claim check, or empty if it is not here.
     *
     * @throws IOException if it is here and cannot be read
     */
    Optional<InputStream> get(String claim) throws IOException;
}
