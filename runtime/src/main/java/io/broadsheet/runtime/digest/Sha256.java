package io.broadsheet.runtime.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 as the contract writes it: {@code sha256:<64 hex>} for content, 32 hex for identities.
 */
public final class Sha256 {

    private static final int ID_BYTES = 16;

    private Sha256() {}

    /** A digest to feed bytes to; end it with {@link #tagged(MessageDigest)}. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code sha256:<64 hex>} of all that was fed; the digest starts anew. */
    public static String tagged(MessageDigest digest) {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** {@code sha256:<64 hex>} of the bytes. */
    public static String tagged(byte[] bytes) {
        MessageDigest digest = start();
        digest.update(bytes);
        return tagged(digest);
    }

    /** {@code sha256:<64 hex>} of the text as UTF-8. */
    public static String tagged(String text) {
        return tagged(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first 16 bytes of the digest of the text as UTF-8, as 32 hex digits: an identity. */
    public static String id(String text) {
        byte[] digest = start().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }
}
