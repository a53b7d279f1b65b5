package io.broadsheet.syndicate.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.runtime.settings.Settings;
import io.broadsheet.web.fetch.AddressClass;
import io.broadsheet.web.fetch.EgressPolicy;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What the settings of webhooks come to. */
class WebhookConfigTest {

    @Test
    void receiversListenOnWhateverPortButOnPublicAddressesUnlessToldOtherwise() {
        assertThat(egress(Map.of()).ports()).isEmpty();
        assertThat(egress(Map.of()).addresses()).containsExactly(AddressClass.PUBLIC);
        assertThat(egress(Map.of("webhooks.private.addresses", "true")).addresses())
                .contains(AddressClass.PRIVATE, AddressClass.LOOPBACK);
    }

    private static EgressPolicy egress(Map<String, String> file) {
        return WebhookConfig.of(new Settings(WebhookConfig.SETTINGS).read(file, Map.of())).egress();
    }
}
