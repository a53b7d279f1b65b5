package io.broadsheet.ingest.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes all or nothing. */
final class StrictDecoder {

    /** Text, or the first byte that cannot be. */
    sealed interface Result {
        /** All bytes decoded. */
        record Text(String text) implements Result {}

        /**
         * The decoder stopped.
         *
         * @param offset of the first byte of what is not valid
         */
        record BadByte(int offset) implements Result {}
    }

    private static final char REPLACEMENT = '\uFFFD';

    private StrictDecoder() {}

    /**
     * @param from offset of the first byte to decode
     */
    static Result decode(byte[] bytes, int from, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(bytes, from, bytes.length - from, charset);
            // It stands where something was wrong, or where it was written: only then is it slow.
            if (text.indexOf(REPLACEMENT) < 0) {
                return new Result.Text(text);
            }
        }
        return slowly(bytes, from, charset);
    }

    private static Result slowly(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out =
                CharBuffer.allocate((int) (in.remaining() * decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            return new Result.BadByte(in.position());
        }
        decoder.flush(out);
        return new Result.Text(out.flip().toString());
    }
}
