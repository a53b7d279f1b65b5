package io.broadsheet.app.command;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.digest.Sha256;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the few latest payloads in memory: a stage that is run alone has no data directory, and the
 * next stage asks at once for what the one before it put away. For one thread.
 */
final class LatestClaims implements ClaimStore {

    private static final int KEPT_MAX = 10;

    private final Map<String, byte[]> kept =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                    return size() > KEPT_MAX;
                }
            };

    @Override
    public String put(InputStream payload) throws IOException {
        try (payload) {
            byte[] bytes = payload.readAllBytes();
            String claim = PREFIX + Sha256.tagged(bytes);
            kept.put(claim, bytes);
            return claim;
        }
    }

    @Override
    public Optional<InputStream> get(String claim) {
        return Optional.ofNullable(kept.get(claim)).map(ByteArrayInputStream::new);
    }
}
