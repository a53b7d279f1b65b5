package io.broadsheet.desk.door;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names under which this server may be spoken to. Any other name means that somebody else's
 * name server leads a browser here, so that a strange page could read ours (DNS rebinding).
 */
public final class Hosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names;

    /**
     * @param bound the address that is listened on
     * @param others in lower case, without ports
     */
    public Hosts(String bound, Set<String> others) {
        Set<String> all = new HashSet<>(LOOPBACK);
        all.add(bound.toLowerCase(Locale.ROOT));
        all.addAll(others);
        this.names = Set.copyOf(all);
    }

    /**
     * Whether the header {@code Host} names us.
     *
     * @param header with or without a port; empty if there was none
     */
    public boolean isOurs(String header) {
        return names.contains(withoutPort(header.toLowerCase(Locale.ROOT)));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.indexOf(']') ? host.substring(0, colon) : host;
    }
}
