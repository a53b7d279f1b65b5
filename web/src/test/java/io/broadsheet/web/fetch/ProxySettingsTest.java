package io.broadsheet.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Properties;

/** Which settings would take the vetting of addresses out of our hands. */
class ProxySettingsTest {

    @Test
    void proxyVariablesAndPropertiesAreNamed() {
        Properties properties = new Properties();
        properties.setProperty("socksProxyHost", "proxy.example");

        assertThat(
                        ProxySettings.namesOf(
                                Map.of(
                                        "HTTPS_PROXY", "http://user:secret@proxy.example",
                                        "http_proxy", "http://proxy.example"),
                                properties))
                .containsExactly("HTTPS_PROXY", "http_proxy", "socksProxyHost");
    }

    @Test
    void othersAndEmptyOnesAreNot() {
        Properties properties = new Properties();
        properties.setProperty("http.proxyHost", "");

        assertThat(
                        ProxySettings.namesOf(
                                Map.of("no_proxy", "localhost", "http_proxy", " "), properties))
                .isEmpty();
    }
}
