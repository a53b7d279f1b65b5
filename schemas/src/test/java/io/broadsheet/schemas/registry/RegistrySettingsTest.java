package io.broadsheet.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Confluent's keys, as people write them. */
class RegistrySettingsTest {

    private static final String BASIC = "Basic dXNlcjpwYXNz";

    @Test
    void severalUrlsAreSeveralNodes() {
        var settings =
                RegistrySettings.from(
                        Map.of(
                                "schema.registry.url",
                                "http://a:8081/, https://b/apis/ccompat/v7/"));
        assertThat(settings.urls())
                .containsExactly(
                        URI.create("http://a:8081"), URI.create("https://b/apis/ccompat/v7"));
    }

    @Test
    void aListThatKafkaHasParsedIsTakenAsItIs() {
        var settings =
                RegistrySettings.from(
                        Map.of("schema.registry.url", List.of("http://a:1", "http://b:2")));
        assertThat(settings.urls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "localhost:8081", "ftp://a", "http://", "http:// a"})
    void anUrlMustBeHttp(String url) {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of("schema.registry.url", url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void theUrlIsRequired() {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void userInfoIsGivenByItsOwnKey() {
        var settings =
                Map.of(
                        "schema.registry.url",
                        "http://a:1",
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "basic.auth.user.info",
                        new Password("user:pass"));
        assertThat(credentials(settings).authorization()).contains(BASIC);
    }

    @Test
    void userInfoIsFoundUnderItsOlderNameAndWithoutASource() {
        var settings =
                Map.of(
                        "schema.registry.url",
                        "http://a:1",
                        "schema.registry.basic.auth.user.info",
                        "user:pass");
        assertThat(credentials(settings).authorization()).contains(BASIC);
    }

    @Test
    void userInfoMayStandInTheUrlAndIsTakenOutOfIt() {
        var settings = RegistrySettings.from(Map.of("schema.registry.url", "http://user:pass@a:1"));
        assertThat(settings.credentials().authorization()).contains(BASIC);
        assertThat(settings.urls()).containsExactly(URI.create("http://a:1"));
        assertThat(settings.toString()).doesNotContain("pass").doesNotContain("dXNlcjpwYXNz");
    }

    @Test
    void aTokenIsABearer() {
        var settings = Map.of("schema.registry.url", "http://a:1", "bearer.auth.token", "t0ken");
        assertThat(credentials(settings).authorization()).contains("Bearer t0ken");
    }

    @Test
    void aSourceWeCannotUseIsAProblem() {
        var sasl =
                Map.of(
                        "schema.registry.url",
                        "http://a:1",
                        "basic.auth.credentials.source",
                        "SASL_INHERIT");
        assertThatThrownBy(() -> RegistrySettings.from(sasl))
                .hasMessageContaining("basic.auth.credentials.source");
        var missing =
                Map.of(
                        "schema.registry.url",
                        "http://a:1",
                        "basic.auth.credentials.source",
                        "USER_INFO");
        assertThatThrownBy(() -> RegistrySettings.from(missing))
                .hasMessageContaining("basic.auth.user.info");
        var oauth =
                Map.of(
                        "schema.registry.url",
                        "http://a:1",
                        "bearer.auth.credentials.source",
                        "OAUTHBEARER");
        assertThatThrownBy(() -> RegistrySettings.from(oauth))
                .hasMessageContaining("bearer.auth.credentials.source");
    }

    @Test
    void aPasswordInAWrongUrlIsNotPrinted() {
        assertThatThrownBy(() ->
                        RegistrySettings.from(Map.of("schema.registry.url", "ftp://user:s3cret@a")))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void mockScopesAreSharedByName() {
        var here = SchemaRegistry.open(Map.of("schema.registry.url", "mock://shared-scope"));
        var there = SchemaRegistry.open(Map.of("schema.registry.url", "mock://shared-scope"));
        var elsewhere = SchemaRegistry.open(Map.of("schema.registry.url", "mock://other-scope"));
        int id = here.register("s", Schema.create(Schema.Type.STRING));
        assertThat(there.byId(id)).isEqualTo(Schema.create(Schema.Type.STRING));
        assertThat(elsewhere.versions("s")).isEmpty();
    }

    private static Credentials credentials(Map<String, ?> settings) {
        return RegistrySettings.from(settings).credentials();
    }
}
