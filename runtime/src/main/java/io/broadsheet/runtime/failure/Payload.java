package io.broadsheet.runtime.failure;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.digest.Sha256;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The untouched bytes of something that failed: in the letter itself if they fit, else in the claim
 * store.
 *
 * @param inline the bytes, if they are at most {@link #INLINE_BYTES_MAX}
 * @param claim the claim check, if they are more
 * @param digest {@code sha256:<hex>} of the bytes
 */
public record Payload(Optional<ByteBuffer> inline, Optional<String> claim, String digest) {

    /** Larger payloads go to the claim store. */
    public static final int INLINE_BYTES_MAX = 1024 * 1024;

    /** Bytes already in memory. */
    public static Payload of(byte[] bytes, ClaimStore claims) throws IOException {
        if (bytes.length <= INLINE_BYTES_MAX) {
            ByteBuffer copy = ByteBuffer.wrap(bytes.clone());
            return new Payload(Optional.of(copy), Optional.empty(), Sha256.tagged(bytes));
        }
        return kept(new ByteArrayInputStream(bytes), claims);
    }

    /** Bytes that are never held in memory at once; the stream is closed. */
    public static Payload kept(InputStream bytes, ClaimStore claims) throws IOException {
        String claim = claims.put(bytes);
        String digest = claim.substring(ClaimStore.PREFIX.length());
        return new Payload(Optional.empty(), Optional.of(claim), digest);
    }
}
