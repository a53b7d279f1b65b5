package io.broadsheet.ingest.push;

import io.broadsheet.ingest.identity.SourceId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may push, and as which source. A token is compared in a time that does not tell how much of
 * it was right, and with all of them.
 */
public final class PushTokens {

    /** Shorter ones can be guessed. */
    private static final int CHARS_MIN = 16;

    private static final String SCHEME = "bearer ";

    private final List<Holder> holders;

    private PushTokens(List<Holder> holders) {
        this.holders = List.copyOf(holders);
    }

    /** A token and whose it is. */
    private record Holder(SourceId source, String token) {}

    /**
     * Who speaks.
     *
     * @param source whose articles these are
     * @param place of the token in the list: a source may have several
     */
    public record Speaker(SourceId source, int place) {}

    /**
     * From lines of a source id, blanks, and its token; empty lines and those that begin with
     * {@code #} are left out. Empty if a line is none of these.
     */
    public static Optional<PushTokens> parse(String lines) {
        List<Holder> holders = new ArrayList<>();
        for (String line : lines.lines().map(String::strip).toList()) {
            String[] words = line.split("\\s+", -1);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (words.length != 2
                    || words[1].length() < CHARS_MIN
                    || SourceId.of(words[0]).isEmpty()) {
                return Optional.empty();
            }
            holders.add(new Holder(new SourceId(words[0]), words[1]));
        }
        return Optional.of(new PushTokens(holders));
    }

    /** Whether nobody may push. */
    public boolean isEmpty() {
        return holders.isEmpty();
    }

    /**
     * Who makes a request; empty if its token is nobody's.
     *
     * @param authorization value of the header
     */
    public Optional<Speaker> speaker(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] given = bytes(authorization.substring(SCHEME.length()).strip());
        Optional<Speaker> found = Optional.empty();
        for (int place = 0; place < holders.size(); place++) {
            Holder holder = holders.get(place);
            if (MessageDigest.isEqual(bytes(holder.token()), given)) {
                found = Optional.of(new Speaker(holder.source(), place));
            }
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Never shows a token. */
    @Override
    public String toString() {
        return holders.size() + " token(s)";
    }
}
