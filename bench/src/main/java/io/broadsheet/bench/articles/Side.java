package io.broadsheet.bench.articles;

import io.broadsheet.runtime.digest.Sha256;

import java.nio.charset.StandardCharsets;

/**
 * On which side of a collection a page is. Rules are made by looking at the pages of one side; the
 * other tells whether they hold for pages that nobody looked at.
 */
enum Side {
    /** Five sixths, whose differences are shown. */
    SEEN,
    /**
     * A sixth, of which only the score is told. It is half of a former third, so that nobody has
     * looked at it before either.
     */
    ASIDE;

    private static final int PARTS = 6;

    /** By a hash of its name, so that no one chooses. */
    static Side of(String name) {
        String digest = Sha256.tagged(name.getBytes(StandardCharsets.UTF_8));
        String last = digest.substring(digest.length() - 4);
        return Integer.parseInt(last, 16) % PARTS == 0 ? ASIDE : SEEN;
    }
}
