package io.broadsheet.web.fetch;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where requests may go, and as whom.
 *
 * @param addresses the kinds of address that may be connected to
 * @param localNames whether names of the local network, {@code localhost} and names without a dot
 *     may be asked for
 * @param ports that may be connected to; empty for any
 * @param proxySettingsIgnored whether to start although the process has proxy settings, which are
 *     not used
 * @param userAgent value of the User-Agent header
 */
public record EgressPolicy(
        Set<AddressClass> addresses,
        boolean localNames,
        Set<Integer> ports,
        boolean proxySettingsIgnored,
        String userAgent) {

    private static final String PRODUCT = "Broadsheet/0.1";
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    /** Takes copies. */
    public EgressPolicy {
        addresses = Set.copyOf(addresses);
        ports = Set.copyOf(ports);
    }

    /** The internet only, on ports 80 and 443. What every deployment should run with. */
    public static EgressPolicy publicOnly() {
        return new EgressPolicy(Set.of(AddressClass.PUBLIC), false, WEB_PORTS, false, PRODUCT);
    }

    /**
     * Also this machine and private networks, by any name and on any port: for an origin of one's
     * own. Metadata services, link-local, multicast and reserved addresses stay shut.
     */
    public static EgressPolicy allowingPrivateAddresses() {
        return new EgressPolicy(
                EnumSet.of(
                        AddressClass.PUBLIC,
                        AddressClass.LOOPBACK,
                        AddressClass.PRIVATE,
                        AddressClass.SHARED,
                        AddressClass.UNIQUE_LOCAL),
                true,
                Set.of(),
                false,
                PRODUCT);
    }

    /**
     * The same, also for this machine and private networks, as far as {@link
     * #allowingPrivateAddresses} opens them.
     */
    public EgressPolicy withPrivateAddresses() {
        EgressPolicy open = allowingPrivateAddresses();
        return new EgressPolicy(
                open.addresses, open.localNames, open.ports, proxySettingsIgnored, userAgent);
    }

    /** The same with other ports. */
    public EgressPolicy withPorts(Set<Integer> others) {
        return new EgressPolicy(addresses, localNames, others, proxySettingsIgnored, userAgent);
    }

    /** The same, but proxy settings of the process do not keep the fetcher from opening. */
    public EgressPolicy withProxySettingsIgnored() {
        return new EgressPolicy(addresses, localNames, ports, true, userAgent);
    }

    /**
     * The same, telling the servers where they can read about us.
     *
     * @param url of a page for the operators of the servers asked
     */
    public EgressPolicy explainedAt(String url) {
        return new EgressPolicy(
                addresses, localNames, ports, proxySettingsIgnored, PRODUCT + " (+" + url + ")");
    }

    /** Whether this machine and private networks are out of reach. */
    public boolean isPublicOnly() {
        return !localNames && addresses.equals(Set.of(AddressClass.PUBLIC));
    }

    boolean allowsPort(int port) {
        return ports.isEmpty() || ports.contains(port);
    }

    boolean allows(AddressClass kind) {
        return addresses.contains(kind);
    }
}
