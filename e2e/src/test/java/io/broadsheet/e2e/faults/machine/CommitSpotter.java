package io.broadsheet.e2e.faults.machine;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows a commit in the bytes of PostgreSQL's protocol. A driver says the word once, with a name
 * for it, and the name alone from then on.
 */
final class CommitSpotter {

    private static final Pattern NAMED = Pattern.compile("\0?(\\w*)\0COMMIT\0");

    private volatile String name = "";

    boolean isCommit(byte[] toServer) {
        String text = text(toServer);
        Matcher named = NAMED.matcher(text);
        if (named.find()) {
            name = named.group(1);
            return true;
        }
        return text.contains("COMMIT") || (!name.isEmpty() && text.contains("\0" + name + "\0"));
    }

    boolean isCommitted(byte[] fromServer) {
        return text(fromServer).contains("COMMIT\0");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
