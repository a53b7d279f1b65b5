package io.broadsheet.app.pipeline;

import io.broadsheet.runtime.settings.Secret;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A desk that is open.
 *
 * @param url where
 * @param madeUpToken what an operator signs in with, to be told once; empty if it was set
 */
public record OpenDesk(String url, String madeUpToken) {

    private static final int TOKEN_BYTES = 16;

    /** A token that nobody guesses. */
    static Secret newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    /** For people. */
    @Override
    public String toString() {
        return madeUpToken.isEmpty() ? url : url + " (token for replays: " + madeUpToken + ")";
    }
}
