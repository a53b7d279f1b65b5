package io.broadsheet.web.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a fetch ended. Nothing about the world is an exception. */
public sealed interface FetchResult {

    /** The requests that were made, in order. */
    List<Hop> hops();

    /**
     * An HTTP answer that is no redirect we follow, whatever its status.
     *
     * @param finalUrl that gave the answer
     * @param status 100 to 999 as the server said it
     * @param headers lower-case names; the values of a repeated header in order
     * @param body what was read of it
     * @param hops the requests that were made, the last being this
     */
    record Answered(
            String finalUrl,
            int status,
            Map<String, List<String>> headers,
            Body body,
            List<Hop> hops)
            implements FetchResult {

        /** The first value of a header, by its name in any case. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }
    }

    /** Our own rules forbid it; no request was made, or none after the last hop. */
    record Refused(RefusalCode code, String detail, List<Hop> hops) implements FetchResult {}

    /** No HTTP answer came. */
    record Failed(FetchFailure failure, String detail, List<Hop> hops) implements FetchResult {}

    /**
     * The body of an answer.
     *
     * @param kept its first bytes, at most {@link FetchLimits#keptBytesMax()}
     * @param bytesRead how many bytes were read, kept or not
     * @param digest {@code sha256:<hex>} of what was read
     * @param end why reading ended
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy of each image costs more
    record Body(byte[] kept, long bytesRead, String digest, BodyEnd end) {}
}
