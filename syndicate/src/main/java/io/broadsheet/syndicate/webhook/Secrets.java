package io.broadsheet.syndicate.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The secrets that a webhook's deliveries are signed with: one, or several while it is changed, so
 * that a receiver who knows any of them is content (Standard Webhooks 1.0, Signature scheme).
 */
public final class Secrets {

    private static final String PREFIX = "whsec_";
    private static final int BYTES_MIN = 24;
    private static final int BYTES_MAX = 64;
    private static final int SECRETS_MAX = 5;
    private static final int FILE_BYTES_MAX = 4_096;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final List<byte[]> keys;

    private Secrets(List<byte[]> keys) {
        this.keys = keys;
    }

    /** Whether a text may name a file of secrets: it leads out of no directory. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Those of a file: one a line, {@code whsec_} and 24 to 64 bytes in base64.
     *
     * @throws IOException saying what is wrong with it, but never what is in it
     */
    public static Secrets read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file");
        }
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new IOException(file + ": larger than " + FILE_BYTES_MAX + " bytes");
        }
        List<byte[]> keys = new ArrayList<>();
        int number = 0;
        for (String line : Files.readString(file).lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty()) {
                keys.add(key(file + ", line " + number, line));
            }
        }
        if (keys.isEmpty() || keys.size() > SECRETS_MAX) {
            throw new IOException(file + ": must have 1 to " + SECRETS_MAX + " secrets");
        }
        return new Secrets(List.copyOf(keys));
    }

    private static byte[] key(String where, String line) throws IOException {
        try {
            byte[] key =
                    line.startsWith(PREFIX)
                            ? Base64.getDecoder().decode(line.substring(PREFIX.length()))
                            : new byte[0];
            if (key.length >= BYTES_MIN && key.length <= BYTES_MAX) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(where + ": is not base64 after " + PREFIX, e);
        }
        throw new IOException(
                "%s: must be %s and %d to %d bytes in base64"
                        .formatted(where, PREFIX, BYTES_MIN, BYTES_MAX));
    }

    /** The keys themselves. */
    List<byte[]> keys() {
        return keys;
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return keys.size() + " secret(s)";
    }
}
