package io.broadsheet.web.fetch;

import java.net.UnknownHostException;
import java.time.Duration;

/** The name servers gave no answer in time, which says nothing about the name. */
final class LookupTimeoutException extends UnknownHostException {

    LookupTimeoutException(String host, Duration timeMax) {
        super("no answer for " + host + " in " + timeMax.toMillis() + " ms");
    }
}
