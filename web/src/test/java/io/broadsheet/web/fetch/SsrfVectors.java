package io.broadsheet.web.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ways to lead a fetcher inside: addresses, in each form, through each channel. */
final class SsrfVectors {

    /** Addresses that a name may resolve to, in the form a URL must use. */
    private static final List<String> ADDRESSES =
            List.of(
                    "127.0.0.1",
                    "127.255.255.254",
                    "0.0.0.0",
                    "0.1.2.3",
                    "10.0.0.1",
                    "10.255.255.255",
                    "172.16.0.1",
                    "172.31.255.254",
                    "192.168.0.1",
                    "100.64.0.1",
                    "100.100.100.200",
                    "169.254.0.1",
                    "169.254.169.254",
                    "169.254.170.2",
                    "168.63.129.16",
                    "192.0.0.192",
                    "192.0.2.1",
                    "192.88.99.1",
                    "198.18.0.1",
                    "198.51.100.7",
                    "203.0.113.9",
                    "224.0.0.1",
                    "240.0.0.1",
                    "255.255.255.255",
                    "::",
                    "::1",
                    "fc00::1",
                    "fd00:ec2::254",
                    "fe80::1",
                    "fec0::1",
                    "ff02::1",
                    "100::1",
                    "2001:db8::1",
                    "3fff::1",
                    "::7f00:1",
                    "::a00:1",
                    "64:ff9b::7f00:1",
                    "64:ff9b::a9fe:a9fe",
                    "64:ff9b:1::7f00:1",
                    "2002:7f00:1::",
                    "2002:c0a8:1::1",
                    "2002:a9fe:a9fe::",
                    "2001:0:7f00:1::",
                    "2001:0:808:808::80ff:fffe",
                    "2606:4700::5efe:7f00:1",
                    "2606:4700::200:5efe:a00:1");

    /** Hosts that some parser or resolver takes for one of these. */
    private static final List<String> ODD_HOSTS =
            List.of(
                    "2130706433",
                    "127.1",
                    "127.0.1",
                    "0",
                    "0x7f.1",
                    "0x7f000001",
                    "0x7f.0x0.0x0.0x1",
                    "0177.0.0.1",
                    "0177.0.0.01",
                    "00000177.0.0.1",
                    "017700000001",
                    "127.0.0.1.",
                    "127.0.0.1..",
                    "127%2e0%2e0%2e1",
                    "%31%32%37.0.0.1",
                    "127\u30020\u30020\u30021",
                    "127\uff0e0\uff0e0\uff0e1",
                    "\uff11\uff12\uff17.0.0.1",
                    "\u2460\u2461\u2466.0.0.1",
                    "3232235777",
                    "192.168.257",
                    "0xA9FEA9FE",
                    "0251.0376.0251.0376",
                    "[::ffff:127.0.0.1]",
                    "[::ffff:7f00:1]",
                    "[0:0:0:0:0:0:0:1]",
                    "[0000::1]",
                    "[::127.0.0.1]",
                    "[64:ff9b::127.0.0.1]",
                    "[fe80::1%25eth0]",
                    "[fe80::1%eth0]",
                    "[::1]x",
                    "[::",
                    "localhost",
                    "LOCALHOST.",
                    "lOcAlHoSt",
                    "localhost.localhost",
                    "x.localhost",
                    "\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3",
                    "printer.local",
                    "db.internal",
                    "metadata.google.internal",
                    "metadata",
                    "instance-data",
                    "hidden.onion",
                    "router.home.arpa",
                    "user@127.0.0.1",
                    "example.com@127.0.0.1",
                    "example.com:80@127.0.0.1",
                    "127.0.0.1\\@example.com",
                    "example.com\\@127.0.0.1",
                    "127.0.0.1 ",
                    "127.0.0.1\t",
                    "127.0.0.1%00.example.com",
                    "127.0.0.1%23.example.com",
                    "127.0.0.1%2f.example.com");

    private static final List<String> SCHEMES =
            List.of(
                    "file",
                    "ftp",
                    "gopher",
                    "dict",
                    "ldap",
                    "jar:http",
                    "tftp",
                    "sftp",
                    "netdoc",
                    "mailto",
                    "data",
                    "ws",
                    "javascript",
                    "classpath",
                    "view-source:http");

    private static final List<Integer> PORTS =
            List.of(
                    0, 1, 21, 22, 23, 25, 53, 110, 135, 139, 445, 1433, 2181, 2375, 3306, 5432,
                    6379, 8081, 9092, 11211);

    private static final String PUBLIC_ADDRESS = "93.184.215.14";

    private SsrfVectors() {}

    /** URLs whose text alone names the inside, on the one allowed port where a port fits. */
    static List<String> urls(int port) {
        List<String> urls = new ArrayList<>();
        hosts().forEach(host -> urls.add("http://" + host + ":" + port + "/image.png"));
        hosts().forEach(host -> urls.add("https://" + host + ":" + port + "/"));
        SCHEMES.forEach(scheme -> urls.add(scheme + "://127.0.0.1:" + port + "/"));
        PORTS.forEach(other -> urls.add("http://example.com:" + other + "/"));
        urls.add("http:/127.0.0.1:" + port + "/");
        urls.add("http:127.0.0.1:" + port + "/");
        urls.add("http:///127.0.0.1:" + port + "/");
        urls.add("http:\\\\127.0.0.1:" + port + "/");
        urls.add("http://127.0.0.1:" + port + "#@example.com/");
        urls.add("http://127.0.0.1:" + port + "?@example.com/");
        urls.add("http://[::1]:" + port + "#.example.com/");
        return urls;
    }

    /** What a Location header may say: the same, and references without a scheme. */
    static List<String> locations(int port) {
        List<String> locations = new ArrayList<>(urls(port));
        hosts().forEach(host -> locations.add("//" + host + ":" + port + "/"));
        return locations;
    }

    /** Pages whose markup names the inside: by a set of sizes, and by what URLs are relative to. */
    static List<String> pages(int port) {
        List<String> pages = new ArrayList<>();
        for (String host : hosts()) {
            String quoted = host.replace("'", "%27") + ":" + port;
            pages.add("<base href='http://" + quoted + "/a/'><img src='b.png'>");
            pages.add("<img src='//" + quoted + "/a.png' srcset='//" + quoted + "/b.png 2x'>");
        }
        return pages;
    }

    /** Answers of name servers, by name: one forbidden address alone, before and after another. */
    static Map<String, List<String>> answers() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (int i = 0; i < ADDRESSES.size(); i++) {
            String address = ADDRESSES.get(i);
            answers.put("alone" + i + ".attack.example", List.of(address));
            answers.put("first" + i + ".attack.example", List.of(address, PUBLIC_ADDRESS));
            answers.put("last" + i + ".attack.example", List.of(PUBLIC_ADDRESS, address));
        }
        return answers;
    }

    private static List<String> hosts() {
        return Stream.concat(ADDRESSES.stream().map(SsrfVectors::inUrl), ODD_HOSTS.stream())
                .toList();
    }

    private static String inUrl(String address) {
        return address.indexOf(':') < 0 ? address : "[" + address + "]";
    }
}
