package io.broadsheet.web.fetch;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads status line and headers, but no more of them than a limit. The client itself limits only
 * the length of a line and the number of headers.
 */
final class BoundedHead implements HttpMessageParser<ClassicHttpResponse> {

    /** The client reads ahead by its buffer, so as much of the body may be counted with it. */
    static final int BYTES_MAX = 32 * 1_024;

    private final HttpMessageParser<ClassicHttpResponse> parser;

    BoundedHead(HttpMessageParser<ClassicHttpResponse> parser) {
        this.parser = parser;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
            throws IOException, HttpException {
        return parser.parse(buffer, new Limited(in));
    }

    /** Gives out only so many bytes. */
    private static final class Limited extends FilterInputStream {

        private int bytesLeft = BYTES_MAX;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (bytesLeft <= 0) {
                throw new MessageConstraintException("headers exceed " + BYTES_MAX + " bytes");
            }
            int count = super.read(target, offset, Math.min(length, bytesLeft));
            bytesLeft -= Math.max(count, 0);
            return count;
        }
    }
}
