package io.broadsheet.web.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Answers for the names that no name server has anything to say about (RFC 6761, sections 6.3 and
 * 6.4), which not every system does: names under {@code localhost} are this machine, names under
 * {@code invalid} do not exist. All others go on.
 */
record SpecialNames(NameResolver others) implements NameResolver {

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(".localhost")) {
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        }
        if (name.endsWith(".invalid")) {
            throw new UnknownHostException(host);
        }
        return others.resolve(host);
    }
}
