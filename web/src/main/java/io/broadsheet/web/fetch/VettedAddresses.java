package io.broadsheet.web.fetch;

import inet.ipaddr.IPAddressString;

import org.apache.hc.client5.http.DnsResolver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves a host in bounded time and answers only if every one of its addresses may be connected
 * to. The HTTP client connects to exactly these, so a later, different answer cannot matter.
 *
 * <p>Lookups run on threads of their own: a native lookup holds its thread, and a few slow name
 * servers would hold every carrier of virtual threads.
 */
final class VettedAddresses implements DnsResolver, AutoCloseable {

    private static final int LOOKUPS_MAX = 16;
    private static final int ANSWERS_MAX = 16;
    private static final Duration LOOKUP_TIME_MAX = Duration.ofSeconds(2);

    private final NameResolver names;
    private final EgressPolicy policy;
    private final ExecutorService lookups;

    VettedAddresses(NameResolver names, EgressPolicy policy) {
        this.names = names;
        this.policy = policy;
        this.lookups =
                Executors.newFixedThreadPool(
                        LOOKUPS_MAX,
                        Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());
    }

    /**
     * The vetted addresses of a host name or literal.
     *
     * @throws AddressRefusedException if one of them is forbidden
     * @throws LookupTimeoutException if no answer comes in time
     * @throws UnknownHostException if there is none, or too many
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> answers = answers(host);
        if (answers.isEmpty() || answers.size() > ANSWERS_MAX) {
            throw new UnknownHostException(host + " has " + answers.size() + " addresses");
        }
        for (InetAddress answer : answers) {
            refuseForbidden(host, answer);
        }
        return answers.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private void refuseForbidden(String host, InetAddress answer) throws UnknownHostException {
        AddressClass kind = AddressClass.of(answer);
        if (!policy.allows(kind)) {
            throw new AddressRefusedException(host, kind);
        }
    }

    /** Literals are never looked up: resolvers read odd ones in ways of their own. */
    private List<InetAddress> answers(String host) throws UnknownHostException {
        IPAddressString literal = new IPAddressString(withoutBrackets(host));
        return literal.isIPAddress() ? List.of(literal.getAddress().toInetAddress()) : lookUp(host);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        Future<List<InetAddress>> lookup = lookups.submit(() -> names.resolve(host));
        try {
            return lookup.get(LOOKUP_TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LookupTimeoutException(host, LOOKUP_TIME_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LookupTimeoutException(host, LOOKUP_TIME_MAX);
        } catch (ExecutionException e) {
            throw unresolved(host, e);
        } finally {
            lookup.cancel(true);
        }
    }

    private static UnknownHostException unresolved(String host, ExecutionException cause) {
        UnknownHostException unknown = new UnknownHostException(host + " does not resolve");
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
