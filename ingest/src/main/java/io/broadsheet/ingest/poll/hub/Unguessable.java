package io.broadsheet.ingest.poll.hub;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes words that nobody can guess: 256 bits of chance, in letters that need no escape. */
public final class Unguessable {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** The system's own chance. */
    public Unguessable() {}

    /** One that was never there before: 43 letters, digits, dashes and underscores. */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a word looks like one of these; what does not was never given out. */
    public static boolean looksLike(String word) {
        return word.length() == 43 && word.chars().allMatch(Unguessable::isLetter);
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }
}
