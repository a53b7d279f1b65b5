package io.broadsheet.enrich.image.verdict;

import io.broadsheet.web.fetch.FetchResult.Answered;
import io.broadsheet.web.fetch.FetchResult.Body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a picture as a browser would see them. Some servers compress although nobody asked
 * for it; what they send is unpacked as far as its beginning goes, and no further.
 *
 * @param kept the first bytes
 * @param length of all of them; one more than are kept if the end is not known
 */
@SuppressWarnings("ArrayRecordComponent") // looked at once, compared by nobody
record Content(byte[] kept, long length) {

    private static final int UNPACKED_BYTES_MAX = 256 * 1024;

    static Content of(Answered answer) {
        Body body = answer.body();
        String coding = answer.header("content-encoding").orElse("").toLowerCase(Locale.ROOT);
        return switch (coding.strip()) {
            case "gzip", "x-gzip" -> unpacked(body);
            default -> new Content(body.kept(), body.bytesRead());
        };
    }

    private static Content unpacked(Body body) {
        byte[] packed = body.kept();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] kept = in.readNBytes(UNPACKED_BYTES_MAX);
            boolean ended = kept.length < UNPACKED_BYTES_MAX;
            return new Content(kept, ended ? kept.length : kept.length + 1L);
        } catch (IOException _) {
            // Mislabelled, or cut where we stopped keeping: the bytes themselves are what there is.
            return new Content(packed, body.bytesRead());
        }
    }
}
