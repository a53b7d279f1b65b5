package io.broadsheet.web.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks which addresses a name has. Whatever it answers is vetted before use. */
public interface NameResolver {

    /**
     * The addresses of a host name; may block for long, the caller bounds it.
     *
     * @param host ASCII, never an IP address
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /**
     * The resolver of the operating system, except for names under {@code localhost} and {@code
     * invalid}, which mean the same everywhere (RFC 6761).
     */
    static NameResolver ofSystem() {
        return new SpecialNames(host -> List.of(InetAddress.getAllByName(host)));
    }
}
