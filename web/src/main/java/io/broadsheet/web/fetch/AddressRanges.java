package io.broadsheet.web.fetch;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which ranges are of which kind: IANA's IPv4 and IPv6 Special-Purpose Address Registries, and the
 * metadata services as the clouds document them. The first range that fits decides.
 */
final class AddressRanges {

    private static final List<Range> SPECIAL =
            List.of(
                    range("169.254.169.254/32", AddressClass.METADATA),
                    range("169.254.170.2/32", AddressClass.METADATA),
                    range("168.63.129.16/32", AddressClass.METADATA),
                    range("100.100.100.200/32", AddressClass.METADATA),
                    range("192.0.0.192/32", AddressClass.METADATA),
                    range("fd00:ec2::254/128", AddressClass.METADATA),
                    range("0.0.0.0/8", AddressClass.UNSPECIFIED),
                    range("10.0.0.0/8", AddressClass.PRIVATE),
                    range("100.64.0.0/10", AddressClass.SHARED),
                    range("127.0.0.0/8", AddressClass.LOOPBACK),
                    range("169.254.0.0/16", AddressClass.LINK_LOCAL),
                    range("172.16.0.0/12", AddressClass.PRIVATE),
                    range("192.0.0.0/24", AddressClass.RESERVED),
                    range("192.0.2.0/24", AddressClass.DOCUMENTATION),
                    range("192.88.99.0/24", AddressClass.RESERVED),
                    range("192.168.0.0/16", AddressClass.PRIVATE),
                    range("198.18.0.0/15", AddressClass.BENCHMARK),
                    range("198.51.100.0/24", AddressClass.DOCUMENTATION),
                    range("203.0.113.0/24", AddressClass.DOCUMENTATION),
                    range("224.0.0.0/4", AddressClass.MULTICAST),
                    range("240.0.0.0/4", AddressClass.RESERVED),
                    range("::/128", AddressClass.UNSPECIFIED),
                    range("::1/128", AddressClass.LOOPBACK),
                    range("64:ff9b:1::/48", AddressClass.RESERVED),
                    range("2001:2::/48", AddressClass.BENCHMARK),
                    range("2001:db8::/32", AddressClass.DOCUMENTATION),
                    range("2001::/23", AddressClass.RESERVED),
                    range("3fff::/20", AddressClass.DOCUMENTATION),
                    range("fc00::/7", AddressClass.UNIQUE_LOCAL),
                    range("fe80::/10", AddressClass.LINK_LOCAL),
                    range("fec0::/10", AddressClass.PRIVATE),
                    range("ff00::/8", AddressClass.MULTICAST),
                    // What is left of IPv6: IANA has given out only 2000::/3; NAT64 is as public
                    // as the address in it, which was looked at before.
                    range("64:ff9b::/96", AddressClass.PUBLIC),
                    range("2000::/3", AddressClass.PUBLIC),
                    range("::/0", AddressClass.RESERVED));

    private AddressRanges() {}

    static AddressClass classify(InetAddress address) {
        return address instanceof Inet6Address six
                ? classifySix(six)
                : listed(new IPv4Address(address.getAddress())).orElse(AddressClass.PUBLIC);
    }

    private static AddressClass classifySix(Inet6Address address) {
        if (address.getScopeId() != 0 || address.getScopedInterface() != null) {
            return AddressClass.LINK_LOCAL;
        }
        IPv6Address six = new IPv6Address(address.getAddress());
        return EmbeddedIpv4.in(six).stream()
                .flatMap(four -> listed(four).stream())
                .findFirst()
                .or(() -> listed(six))
                .orElse(AddressClass.RESERVED);
    }

    private static Optional<AddressClass> listed(IPAddress address) {
        return SPECIAL.stream()
                .filter(range -> range.addresses().contains(address))
                .map(Range::kind)
                .findFirst();
    }

    private static Range range(String cidr, AddressClass kind) {
        return new Range(new IPAddressString(cidr).getAddress().toPrefixBlock(), kind);
    }

    /** Addresses of one kind. */
    private record Range(IPAddress addresses, AddressClass kind) {}
}
