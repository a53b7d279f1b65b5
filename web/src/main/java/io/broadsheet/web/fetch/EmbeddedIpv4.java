package io.broadsheet.web.fetch;

import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;

import java.util.Arrays;
import java.util.List;

/**
 * The IPv4 addresses that an IPv6 address carries, and to which a gateway on the way may send what
 * is meant for it.
 */
final class EmbeddedIpv4 {

    private static final int SERVER_OF_TEREDO = 4;
    private static final int LAST = 12;
    private static final int IPV4_BYTES = 4;
    private static final int UNIVERSAL_INTERFACE = 0x0200;
    private static final int ISATAP_INTERFACE = 0x5EFE;

    private EmbeddedIpv4() {}

    /**
     * All of them: mapped and compatible (RFC 4291), translated (RFC 2765), NAT64 (RFC 6052),
     * ISATAP (RFC 5214), 6to4 (RFC 3056), and both the server and the client of Teredo (RFC 4380).
     */
    static List<IPv4Address> in(IPv6Address six) {
        if (six.isLoopback() || six.isZero()) {
            return List.of(); // they lie in the compatible range and mean themselves
        }
        if (six.is6To4()) {
            return List.of(six.get6To4IPv4Address());
        }
        if (six.isTeredo()) {
            return List.of(at(six, SERVER_OF_TEREDO), inverted(at(six, LAST)));
        }
        return carriesAtItsEnd(six) ? List.of(at(six, LAST)) : List.of();
    }

    private static boolean carriesAtItsEnd(IPv6Address six) {
        return six.isIPv4Mapped()
                || six.isIPv4Compatible()
                || six.isIPv4Translatable()
                || six.isWellKnownIPv4Translatable()
                || isIsatap(six);
    }

    /** Under any prefix; the library knows it only behind fe80::/64. */
    private static boolean isIsatap(IPv6Address six) {
        int interfaceClass = six.getSegment(4).getSegmentValue();
        return (interfaceClass == 0 || interfaceClass == UNIVERSAL_INTERFACE)
                && six.getSegment(5).getSegmentValue() == ISATAP_INTERFACE;
    }

    private static IPv4Address at(IPv6Address six, int firstByte) {
        return new IPv4Address(
                Arrays.copyOfRange(six.getBytes(), firstByte, firstByte + IPV4_BYTES));
    }

    private static IPv4Address inverted(IPv4Address four) {
        return new IPv4Address(~four.intValue());
    }
}
