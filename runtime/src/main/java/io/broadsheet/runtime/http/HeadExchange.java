package io.broadsheet.runtime.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;

/** A HEAD that a handler takes for a GET; its headers go out, its body nowhere. */
final class HeadExchange extends HttpExchange {

    private static final String EVENTS = "text/event-stream";

    private final HttpExchange head;
    private final OutputStream nowhere = new Nowhere();

    HeadExchange(HttpExchange head) {
        this.head = head;
    }

    @Override
    public String getRequestMethod() {
        return "GET";
    }

    @Override
    public void sendResponseHeaders(int status, long length) throws IOException {
        if (length > 0) {
            getResponseHeaders().set("Content-Length", Long.toString(length));
        }
        head.sendResponseHeaders(status, -1);
    }

    @Override
    public OutputStream getResponseBody() {
        return nowhere;
    }

    /** A stream has no end: whoever writes one is told that its reader has left. */
    private final class Nowhere extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            stopStream();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            stopStream();
        }

        private void stopStream() throws IOException {
            String type = getResponseHeaders().getFirst("Content-Type");
            if (type != null && type.startsWith(EVENTS)) {
                throw new IOException("a HEAD has no events");
            }
        }
    }

    @Override
    public Headers getRequestHeaders() {
        return head.getRequestHeaders();
    }

    @Override
    public Headers getResponseHeaders() {
        return head.getResponseHeaders();
    }

    @Override
    public URI getRequestURI() {
        return head.getRequestURI();
    }

    @Override
    public HttpContext getHttpContext() {
        return head.getHttpContext();
    }

    @Override
    public void close() {
        head.close();
    }

    @Override
    public InputStream getRequestBody() {
        return head.getRequestBody();
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return head.getRemoteAddress();
    }

    @Override
    public int getResponseCode() {
        return head.getResponseCode();
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return head.getLocalAddress();
    }

    @Override
    public String getProtocol() {
        return head.getProtocol();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return head.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        head.setAttribute(name, value);
    }

    /** The body that is written stays here. */
    @Override
    public void setStreams(@Nullable InputStream request, @Nullable OutputStream response) {
        head.setStreams(request, null);
    }

    @Override
    public @Nullable HttpPrincipal getPrincipal() {
        return head.getPrincipal();
    }
}
