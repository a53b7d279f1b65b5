package io.broadsheet.app.reprocess;

import io.broadsheet.runtime.claim.ClaimStore;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Claims that are read and never written: what a step would keep gets its name only.
 *
 * @param claims where they are
 */
record ReadOnlyClaims(ClaimStore claims) implements ClaimStore {

    @Override
    public String put(InputStream payload) throws IOException {
        return ClaimStore.none().put(payload);
    }

    @Override
    public Optional<InputStream> get(String claim) throws IOException {
        return claims.get(claim);
    }
}
