package io.broadsheet.web.fetch;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

import java.io.IOException;

/**
 * Writes requests, and tells the gate of each before its first byte, and when its answer begins.
 */
final class Departures extends HttpRequestExecutor {

    /** Of a request's context: its {@link HopGate}. */
    static final String GATE = "broadsheet.gate";

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        HopGate gate = gateOf(context);
        gate.leaves();
        ClassicHttpResponse answer = super.execute(request, connection, information, context);
        gate.answered();
        return answer;
    }

    private static HopGate gateOf(HttpContext context) {
        return context.getAttribute(GATE) instanceof HopGate gate ? gate : HopGate.OPEN;
    }
}
