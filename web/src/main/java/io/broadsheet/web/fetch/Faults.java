package io.broadsheet.web.fetch;

import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MessageConstraintException;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

/** Reads the exceptions of the HTTP client as the outcomes they mean. */
final class Faults {

    private static final int DETAIL_CHARS_MAX = 300;

    private Faults() {}

    /** What a request that threw came to. */
    static Outcome outcome(IOException thrown, TimeBound time) {
        if (thrown instanceof AddressRefusedException) {
            return new Outcome.Refusal(
                    RefusalCode.URL_BLOCKED_ADDRESS, line(String.valueOf(thrown.getMessage())));
        }
        return time.expired()
                ? new Outcome.Failure(FetchFailure.TIMEOUT, "no complete answer in the time given")
                : new Outcome.Failure(kind(thrown), detail(thrown));
    }

    private static FetchFailure kind(IOException thrown) {
        return switch (thrown) {
            case LookupTimeoutException _ -> FetchFailure.TIMEOUT;
            case UnknownHostException _ -> FetchFailure.DNS;
            case SSLException _ -> FetchFailure.TLS;
            case InterruptedIOException _ -> interrupted();
            case ClientProtocolException _ -> FetchFailure.PROTOCOL;
            case MessageConstraintException _ -> FetchFailure.PROTOCOL;
            default -> FetchFailure.CONNECTION;
        };
    }

    /** The timeouts of sockets and of the pool are of this type as well. */
    private static FetchFailure interrupted() {
        return Thread.currentThread().isInterrupted()
                ? FetchFailure.CONNECTION
                : FetchFailure.TIMEOUT;
    }

    /** In one bounded line: parts of it may be the peer's words. */
    private static String detail(IOException thrown) {
        return line(thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
        return line.substring(0, Math.min(line.length(), DETAIL_CHARS_MAX));
    }
}
