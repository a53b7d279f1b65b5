package io.broadsheet.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses are the internet, and what the others are. */
class AddressClassTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,LOOPBACK",
        "127.255.255.254,LOOPBACK",
        "0.0.0.0,UNSPECIFIED",
        "0.1.2.3,UNSPECIFIED",
        "10.0.0.1,PRIVATE",
        "10.255.255.255,PRIVATE",
        "172.16.0.1,PRIVATE",
        "172.31.255.254,PRIVATE",
        "192.168.0.1,PRIVATE",
        "100.64.0.1,SHARED",
        "100.127.255.255,SHARED",
        "100.100.100.200,METADATA",
        "169.254.169.254,METADATA",
        "169.254.170.2,METADATA",
        "168.63.129.16,METADATA",
        "192.0.0.192,METADATA",
        "169.254.0.1,LINK_LOCAL",
        "192.0.0.8,RESERVED",
        "192.0.2.1,DOCUMENTATION",
        "198.51.100.7,DOCUMENTATION",
        "203.0.113.9,DOCUMENTATION",
        "192.88.99.1,RESERVED",
        "198.18.0.1,BENCHMARK",
        "198.19.255.255,BENCHMARK",
        "224.0.0.1,MULTICAST",
        "239.255.255.255,MULTICAST",
        "240.0.0.1,RESERVED",
        "255.255.255.255,RESERVED",
        "::,UNSPECIFIED",
        "::1,LOOPBACK",
        "fc00::1,UNIQUE_LOCAL",
        "fdff::1,UNIQUE_LOCAL",
        "fd00:ec2::254,METADATA",
        "fe80::1,LINK_LOCAL",
        "fec0::1,PRIVATE",
        "ff02::1,MULTICAST",
        "2001:db8::1,DOCUMENTATION",
        "3fff::1,DOCUMENTATION",
        "2001:2::1,BENCHMARK",
        "2001:20::1,RESERVED",
        "100::1,RESERVED",
        "5f00::1,RESERVED",
        "4000::1,RESERVED",
        "64:ff9b:1::8.8.8.8,RESERVED",
    })
    void aSpecialAddressHasItsKind(String address, AddressClass expected) {
        assertThat(classOf(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
            })
    void theInternetIsPublic(String address) {
        assertThat(classOf(address)).isEqualTo(AddressClass.PUBLIC);
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:127.0.0.1,LOOPBACK",
        "::127.0.0.1,LOOPBACK",
        "::ffff:0:127.0.0.1,LOOPBACK",
        "64:ff9b::7f00:1,LOOPBACK",
        "2002:7f00:1::,LOOPBACK",
        "2001:0:7f00:1::,LOOPBACK",
        "2001:0:808:808::80ff:fffe,LOOPBACK",
        "2606:4700::5efe:127.0.0.1,LOOPBACK",
        "2606:4700::200:5efe:127.0.0.1,LOOPBACK",
        "fe80::5efe:127.0.0.1,LOOPBACK",
        "::ffff:10.0.0.1,PRIVATE",
        "64:ff9b::a9fe:a9fe,METADATA",
        "2002:a9fe:a9fe::1,METADATA",
        "2002:c0a8:1::1,PRIVATE",
        "64:ff9b::6440:1,SHARED",
        "2002:c612:1::,BENCHMARK",
        "::8.8.8.8,RESERVED",
        "2001:0:808:808::f7f7:f7f7,RESERVED",
    })
    void anAddressInsideAnAddressIsSeen(String address, AddressClass expected) {
        assertThat(classOf(address)).isEqualTo(expected);
    }

    @Test
    void anAddressWithAZoneIsOfThisSegment() throws Exception {
        byte[] global = new IPAddressString("2606:4700::1").getAddress().getBytes();

        assertThat(AddressClass.of(Inet6Address.getByAddress(null, global, 1)))
                .isEqualTo(AddressClass.LINK_LOCAL);
    }

    private static AddressClass classOf(String address) {
        InetAddress parsed = new IPAddressString(address).getAddress().toInetAddress();
        return AddressClass.of(parsed);
    }
}
