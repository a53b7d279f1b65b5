package io.broadsheet.web.url;

import inet.ipaddr.IPAddressString;

import org.netpreserve.urlcanon.Canonicalizer;
import org.netpreserve.urlcanon.ParsedUrl;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An absolute http or https URL, read as browsers read it (WHATWG URL standard): dirt around it
 * gone, the host in lower-case ASCII, dots in the path resolved, what is not ASCII percent-encoded.
 */
public final class WebUrl {

    /** Longer texts are no URL for us; browsers and servers give up far below. */
    public static final int CHARS_MAX = 16_384;

    private static final int HOST_CHARS_MAX = 253;
    private static final int PORT_MAX = 65_535;

    /** Labels of 1 to 63 characters. The underscore is no host name by RFC 952, but is in use. */
    private static final Pattern HOST_NAME =
            Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*+");

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:]{2,39}]");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern PORT = Pattern.compile("0*[0-9]{1,5}");
    private static final Pattern PORT_ZEROS = Pattern.compile("^0+(?=[0-9])");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String scheme;
    private final String userInfo;
    private final String host;
    private final String port;
    private final String path;
    private final String query;
    private final String fragment;

    private WebUrl(ParsedUrl url, String host) {
        this.scheme = url.getScheme();
        this.userInfo = url.getUsername() + url.getColonBeforePassword() + url.getPassword();
        this.host = host;
        this.port = PORT_ZEROS.matcher(url.getPort()).replaceFirst("");
        this.path = url.getPath();
        this.query = url.getQuery();
        this.fragment = url.getFragment();
    }

    /**
     * Reads a URL; empty if it is not an absolute http or https URL with a host that could exist.
     * Never throws.
     */
    public static Optional<WebUrl> parse(String written) {
        String trimmed = OuterSpace.strip(written);
        return trimmed.length() > CHARS_MAX
                ? Optional.empty()
                : ofParsed(ParsedUrl.parseUrl(WellFormed.of(trimmed)));
    }

    /**
     * The absolute URL that {@code reference} means where {@code base} is the page it stands on.
     * The base may be anything if the reference is absolute itself. The fragment stays.
     *
     * @return an absolute http or https URL, or empty if there is none
     */
    public static Optional<WebUrl> resolve(String base, String reference) {
        String trimmed = OuterSpace.strip(reference);
        if (trimmed.length() > CHARS_MAX) {
            return Optional.empty();
        }
        ParsedUrl parsed = ParsedUrl.parseUrl(WellFormed.of(trimmed));
        Optional<String> relative =
                parsed.getScheme().isEmpty()
                        ? Optional.of(trimmed)
                        : RelativeReference.behindScheme(trimmed, base);
        return relative.isPresent()
                ? parse(base).flatMap(page -> page.join(RelativeReference.tidy(relative.get())))
                : ofParsed(parsed);
    }

    /** urlcanon would lose the page's path where the reference has none. */
    private Optional<WebUrl> join(String relative) {
        if (relative.isEmpty() || relative.startsWith("#")) {
            return parse(withQuery(query) + relative);
        }
        return relative.startsWith("?")
                ? parse(withQuery("") + relative)
                : ofParsed(ParsedUrl.parseUrl(toString()).resolve(ParsedUrl.parseUrl(relative)));
    }

    private static Optional<WebUrl> ofParsed(ParsedUrl url) {
        Canonicalizer.WHATWG.canonicalize(url);
        if (!SCHEMES.contains(url.getScheme()) || !isPort(url.getPort())) {
            return Optional.empty();
        }
        String host = withoutTrailingDot(url.getHost());
        return isHost(host) && length(url) <= CHARS_MAX
                ? Optional.of(new WebUrl(url, host))
                : Optional.empty();
    }

    private static int length(ParsedUrl url) {
        return url.toString().length();
    }

    private static boolean isPort(String port) {
        return port.isEmpty()
                || (PORT.matcher(port).matches() && Integer.parseInt(port) <= PORT_MAX);
    }

    private static boolean isHost(String host) {
        return host.length() <= HOST_CHARS_MAX && (isName(host) || isAddress(host));
    }

    /** No top-level domain begins with a digit, so what ends in a number is an address or wrong. */
    private static boolean isName(String host) {
        return HOST_NAME.matcher(host).matches() && !endsInNumber(host);
    }

    private static boolean endsInNumber(String host) {
        char first = host.charAt(host.lastIndexOf('.') + 1);
        return first >= '0' && first <= '9';
    }

    private static boolean isAddress(String host) {
        return IPV6.matcher(host).matches()
                ? new IPAddressString(host.substring(1, host.length() - 1)).isIPv6()
                : IPV4.matcher(host).matches() && new IPAddressString(host).isIPv4();
    }

    private static String withoutTrailingDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return scheme;
    }

    /** User name and password as written before the host; almost always empty. */
    public String userInfo() {
        return userInfo;
    }

    /** Lower-case ASCII, without a trailing dot; an IPv6 address in brackets. */
    public String host() {
        return host;
    }

    /** The port that is connected to: the one written, or the scheme's own. */
    public int port() {
        return port.isEmpty() ? defaultPort() : Integer.parseInt(port);
    }

    /** Whether {@link #port()} goes without saying. */
    public boolean hasDefaultPort() {
        return port() == defaultPort();
    }

    private int defaultPort() {
        return "https".equals(scheme) ? 443 : 80;
    }

    /** Whether the host is an IP address rather than a name. */
    public boolean isAddress() {
        return isAddress(host);
    }

    /** Begins with a slash. */
    public String path() {
        return path;
    }

    /** Without its question mark; empty if there is none. */
    public String query() {
        return query;
    }

    /** What is asked of the server: path and query. */
    public String pathAndQuery() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** What is fetched: the whole URL but its fragment. */
    public String withoutFragment() {
        return withQuery(query);
    }

    /** The same URL without fragment and with another query, empty for none. */
    String withQuery(String other) {
        return origin() + path + (other.isEmpty() ? "" : "?" + other);
    }

    private String origin() {
        String credentials = userInfo.isEmpty() ? "" : userInfo + "@";
        String explicitPort = port.isEmpty() ? "" : ":" + port;
        return scheme + "://" + credentials + host + explicitPort;
    }

    /** The whole URL; the default port and an empty query or fragment are left out. */
    @Override
    public String toString() {
        return origin() + pathAndQuery() + (fragment.isEmpty() ? "" : "#" + fragment);
    }
}
