package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.runtime.settings.Settings;
import io.broadsheet.web.fetch.AddressClass;
import io.broadsheet.web.fetch.EgressPolicy;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What the settings of feeds come to. */
class PollSettingsTest {

    private static final Map<String, String> SET =
            Map.of(
                    "feeds.ignore.proxy.settings",
                    "true",
                    "feeds.about.url",
                    "https://news.example/about");

    @Test
    void whoOpensPrivateAddressesKeepsTheRestAsItIsSet() {
        EgressPolicy egress = config(SET).withPrivateAddressesAllowed().egress();

        assertThat(egress.proxySettingsIgnored()).isTrue();
        assertThat(egress.userAgent()).contains("https://news.example/about");
    }

    @Test
    void theyAreAsOpenAsBySetting() {
        PollConfig opened = config(Map.of()).withPrivateAddressesAllowed();

        assertThat(config(Map.of()).egress().addresses()).containsExactly(AddressClass.PUBLIC);
        assertThat(opened).isEqualTo(config(Map.of("feeds.private.addresses", "true")));
        assertThat(opened.withPrivateAddressesAllowed()).isEqualTo(opened);
    }

    private static PollConfig config(Map<String, String> file) {
        return PollSettings.config(new Settings(PollSettings.SETTINGS).read(file, Map.of()));
    }
}
