package io.broadsheet.web.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settings that would lead other programs through a proxy. Behind one, the proxy resolves the
 * names, and our vetting of addresses would be for show.
 */
final class ProxySettings {

    private static final Set<String> VARIABLES = Set.of("http_proxy", "https_proxy", "all_proxy");
    private static final List<String> PROPERTIES =
            List.of("http.proxyHost", "https.proxyHost", "socksProxyHost");

    private ProxySettings() {}

    /** The names of those that are set, never their values, which may hold a password. */
    static List<String> namesOf(Map<String, String> environment, Properties properties) {
        Stream<String> variables =
                environment.entrySet().stream()
                        .filter(entry -> isProxy(entry.getKey()) && !entry.getValue().isBlank())
                        .map(Map.Entry::getKey)
                        .sorted();
        Stream<String> systemProperties =
                PROPERTIES.stream().filter(name -> !properties.getProperty(name, "").isBlank());
        return Stream.concat(variables, systemProperties).toList();
    }

    private static boolean isProxy(String variable) {
        return VARIABLES.contains(variable.toLowerCase(Locale.ROOT));
    }
}
