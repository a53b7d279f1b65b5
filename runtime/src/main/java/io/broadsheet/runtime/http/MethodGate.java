package io.broadsheet.runtime.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/** Lets the methods of a server's routes through, and answers all others. */
final class MethodGate extends Filter {

    private static final String GET = "GET";
    private static final String HEAD = "HEAD";
    private static final int NOT_ALLOWED = 405;

    private final List<String> methods;
    private final String allowed;

    MethodGate(String... methods) {
        this.methods = List.of(methods);
        var all = new TreeSet<>(this.methods);
        if (all.contains(GET)) {
            all.add(HEAD);
        }
        this.allowed = String.join(", ", all);
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String method = exchange.getRequestMethod();
        if (methods.contains(method)) {
            chain.doFilter(exchange);
        } else if (method.equals(HEAD) && methods.contains(GET)) {
            chain.doFilter(new HeadExchange(exchange));
        } else {
            refuse(exchange, method);
        }
    }

    /** As RFC 9110, section 15.5.6, and RFC 9457 want it. */
    private void refuse(HttpExchange exchange, String method) throws IOException {
        byte[] problem =
                ("{\"type\":\"about:blank\",\"title\":\"Method not allowed\",\"status\":405,"
                                + "\"detail\":\"this server takes "
                                + allowed
                                + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Allow", allowed);
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        try (exchange) {
            if (method.equals(HEAD)) {
                exchange.sendResponseHeaders(NOT_ALLOWED, -1);
            } else {
                exchange.sendResponseHeaders(NOT_ALLOWED, problem.length);
                exchange.getResponseBody().write(problem);
            }
        }
    }

    @Override
    public String description() {
        return "answers methods that no route has";
    }
}
