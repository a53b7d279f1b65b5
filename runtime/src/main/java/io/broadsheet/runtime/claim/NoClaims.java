package io.broadsheet.runtime.claim;

import io.broadsheet.runtime.digest.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Names a payload and forgets it. */
final class NoClaims implements ClaimStore {

    @Override
    public String put(InputStream payload) throws IOException {
        MessageDigest digest = Sha256.start();
        try (var in = new DigestInputStream(payload, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return PREFIX + Sha256.tagged(digest);
    }

    @Override
    public Optional<InputStream> get(String claim) {
        return Optional.empty();
    }
}
