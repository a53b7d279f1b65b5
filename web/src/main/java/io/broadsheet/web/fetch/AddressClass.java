package io.broadsheet.web.fetch;

import java.net.InetAddress;

/**
 * What kind of place an IP address is. An IPv6 address that carries an IPv4 address is no more
 * public than that one.
 */
public enum AddressClass {
    /** Where a cloud hands credentials to its machines. */
    METADATA,
    /** This machine. */
    LOOPBACK,
    /** No address yet; Linux connects to this machine. */
    UNSPECIFIED,
    /** Private use, RFC 1918, and the site-local addresses that RFC 3879 gave up. */
    PRIVATE,
    /** Behind a carrier's translation, RFC 6598; also used inside clouds. */
    SHARED,
    /** Private use of IPv6, RFC 4193. */
    UNIQUE_LOCAL,
    /** This network segment only; an address with a zone too. */
    LINK_LOCAL,
    /** Many machines at once. */
    MULTICAST,
    /** For examples in texts. */
    DOCUMENTATION,
    /** For tests of devices, RFC 2544 and 5180. */
    BENCHMARK,
    /** Set aside by a standard, and no place for a web server. */
    RESERVED,
    /** The internet. */
    PUBLIC;

    /** The kind of an address, embedded addresses unwrapped. */
    public static AddressClass of(InetAddress address) {
        return AddressRanges.classify(address);
    }
}
