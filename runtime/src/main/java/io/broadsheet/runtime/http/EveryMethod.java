package io.broadsheet.runtime.http;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.spi.HttpServerProvider;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;

/**
 * Makes servers that answer every method: HEAD as GET without its body, and what no route takes
 * with 405. Jex on its own closes the connection without a word where no route at all has the
 * method.
 */
public final class EveryMethod extends HttpServerProvider {

    private final MethodGate gate;

    private EveryMethod(MethodGate gate) {
        this.gate = gate;
    }

    /**
     * For a server whose routes have these methods.
     *
     * @param methods without HEAD, which goes with GET
     */
    public static HttpServerProvider of(String... methods) {
        return new EveryMethod(new MethodGate(methods));
    }

    @Override
    public HttpServer createHttpServer(@Nullable InetSocketAddress address, int backlog)
            throws IOException {
        return new Gated(HttpServerProvider.provider().createHttpServer(address, backlog), gate);
    }

    /** TLS is the matter of a proxy. */
    @Override
    public HttpsServer createHttpsServer(@Nullable InetSocketAddress address, int backlog) {
        throw new UnsupportedOperationException("plain HTTP only");
    }

    /** A server with the gate before each of its contexts. */
    private static final class Gated extends HttpServer {

        private final HttpServer server;
        private final MethodGate gate;

        Gated(HttpServer server, MethodGate gate) {
            this.server = server;
            this.gate = gate;
        }

        @Override
        public HttpContext createContext(String path, HttpHandler handler) {
            return gated(server.createContext(path, handler));
        }

        @Override
        public HttpContext createContext(String path) {
            return gated(server.createContext(path));
        }

        private HttpContext gated(HttpContext context) {
            context.getFilters().add(gate);
            return context;
        }

        @Override
        public void bind(InetSocketAddress address, int backlog) throws IOException {
            server.bind(address, backlog);
        }

        @Override
        public void start() {
            server.start();
        }

        @Override
        public void setExecutor(Executor executor) {
            server.setExecutor(executor);
        }

        @Override
        public Executor getExecutor() {
            return server.getExecutor();
        }

        @Override
        public void stop(int delaySeconds) {
            server.stop(delaySeconds);
        }

        @Override
        public void removeContext(String path) {
            server.removeContext(path);
        }

        @Override
        public void removeContext(HttpContext context) {
            server.removeContext(context);
        }

        @Override
        public InetSocketAddress getAddress() {
            return server.getAddress();
        }
    }
}
