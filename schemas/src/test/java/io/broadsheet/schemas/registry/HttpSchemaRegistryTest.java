package io.broadsheet.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/** The protocol, as one node speaks it. */
class HttpSchemaRegistryTest {

    private static final Schema SCHEMA =
            SchemaBuilder.record("io.broadsheet.test.Note")
                    .fields()
                    .requiredString("text")
                    .endRecord();
    private static final String AS_JSON =
            "{\"schema\":\"" + SCHEMA.toString().replace("\"", "\\\"") + "\"}";

    private ScriptedServer server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start();
        registry = new HttpSchemaRegistry(RegistrySettings.of(server.url()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSchemaIsRegisteredUnderItsSubject() {
        server.answer("POST /subjects/notes-value/versions", 200, "{\"id\":7}");
        assertThat(registry.register("notes-value", SCHEMA)).isEqualTo(7);
        assertThat(server.asked().get(0).body()).isEqualTo(AS_JSON);
    }

    @Test
    void anIdIsAskedForOnceForEachSubjectAndContent() {
        server.answer("POST /subjects/notes-value", 200, "{\"id\":7,\"version\":1}");
        Schema same = new Schema.Parser().parse(SCHEMA.toString());
        assertThat(registry.idOf("notes-value", SCHEMA)).isEqualTo(7);
        assertThat(registry.idOf("notes-value", same)).isEqualTo(7);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aSchemaIsAskedForOnceForEachId() {
        server.answer("GET /schemas/ids/7", 200, AS_JSON);
        assertThat(registry.byId(7)).isEqualTo(SCHEMA);
        assertThat(registry.byId(7)).isEqualTo(SCHEMA);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aSubjectMayHoldAnyCharacter() {
        server.answer("POST /subjects/a%2Fb%20c%3Fd", 200, "{\"id\":1}");
        assertThat(registry.idOf("a/b c?d", SCHEMA)).isEqualTo(1);
    }

    @Test
    void anIdNobodyKnowsIsAVerdict() {
        server.answer("GET /schemas/ids/9", 404, error(40403, "Schema not found"));
        assertThatThrownBy(() -> registry.byId(9))
                .asInstanceOf(type(SchemaUnknownException.class))
                .satisfies(unknown -> assertThat(unknown.id()).hasValue(9));
    }

    @Test
    void aSchemaThatTheSubjectDoesNotHaveIsAVerdict() {
        server.answer("POST /subjects/notes-value", 404, error(40403, "Schema not found"));
        assertThatThrownBy(() -> registry.idOf("notes-value", SCHEMA))
                .isInstanceOf(SchemaUnknownException.class)
                .hasMessageContaining("notes-value")
                .hasMessageContaining("broadsheet schemas register");
    }

    @Test
    void a404OfSomethingThatIsNoRegistryIsNoVerdict() {
        assertThatThrownBy(() -> registry.byId(9))
                .asInstanceOf(type(RegistryRefusedException.class))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(404));
    }

    @Test
    void aPageThatIsNoRegistryIsRefusedEvenIfItIsGood() {
        server.answer("GET /schemas/ids/9", 200, "<html>log in</html>");
        assertThatThrownBy(() -> registry.byId(9)).isInstanceOf(RegistryRefusedException.class);
        server.answer("GET /schemas/ids/8", 200, "{\"schema\":\"{\"}");
        assertThatThrownBy(() -> registry.byId(8)).isInstanceOf(RegistryRefusedException.class);
    }

    @Test
    void anIncompatibleSchemaIsSaidToBeOne() {
        server.answer("POST /subjects/notes-value/versions", 409, error(409, "incompatible: text"));
        assertThatThrownBy(() -> registry.register("notes-value", SCHEMA))
                .isInstanceOf(SchemaIncompatibleException.class)
                .hasMessageContaining("incompatible: text");
    }

    @Test
    void wrongCredentialsAreNotTriedAgain() {
        server.answer("GET /schemas/ids/9", 401, error(40101, "Unauthorized"));
        assertThatThrownBy(() -> registry.byId(9))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("401");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void tooManyRequestsAreAnOutageAndNotTriedAgainAtOnce() {
        server.answer("GET /schemas/ids/9", 429, error(42901, "slow down"));
        assertThatThrownBy(() -> registry.byId(9)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aSchemaOfAnotherLanguageIsRefused() {
        server.answer("GET /schemas/ids/9", 200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}");
        assertThatThrownBy(() -> registry.byId(9))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("JSON");
    }

    @Test
    void theNewestVersionHasItsIdAndSchema() {
        String body = "{\"subject\":\"s\",\"version\":3,\"id\":7," + AS_JSON.substring(1);
        server.answer("GET /subjects/s/versions/latest", 200, body);
        assertThat(registry.latest("s")).contains(new RegisteredSchema("s", 3, 7, SCHEMA));
    }

    @Test
    void anUnknownSubjectHasNoVersions() {
        String unknown = error(40401, "Subject not found");
        server.answer("GET /subjects/s/versions/latest", 404, unknown)
                .answer("GET /subjects/s/versions", 404, unknown);
        assertThat(registry.latest("s")).isEmpty();
        assertThat(registry.versions("s")).isEmpty();
    }

    @Test
    void subjectsAndVersionsAreListed() {
        server.answer("GET /subjects", 200, "[\"a\",\"b\"]")
                .answer("GET /subjects/a/versions", 200, "[2,1]");
        assertThat(registry.subjects()).containsExactly("a", "b");
        assertThat(registry.versions("a")).containsExactly(1, 2);
    }

    @Test
    void aSubjectWithoutARuleHasTheRegistrys() {
        server.answer("GET /config/s", 404, error(40408, "no subject-level compatibility"))
                .answer("GET /config", 200, "{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(registry.compatibility("s")).isEqualTo(Compatibility.BACKWARD);
    }

    @Test
    void aSubjectMayHaveARuleOfItsOwn() {
        server.answer("PUT /config/s", 200, "{\"compatibility\":\"FULL_TRANSITIVE\"}")
                .answer("GET /config/s", 200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        registry.setCompatibility("s", Compatibility.FULL_TRANSITIVE);
        assertThat(server.asked().get(0).body())
                .isEqualTo("{\"compatibility\":\"FULL_TRANSITIVE\"}");
        assertThat(registry.compatibility("s")).isEqualTo(Compatibility.FULL_TRANSITIVE);
    }

    @Test
    void aTransitiveRuleAsksForEveryVersion() {
        server.answer("GET /subjects/s/versions", 200, "[1,2]")
                .answer("GET /config/s", 200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}")
                .answer(
                        "POST /compatibility/subjects/s/versions/1",
                        200,
                        "{\"is_compatible\":false}")
                .answer(
                        "POST /compatibility/subjects/s/versions/2",
                        200,
                        "{\"is_compatible\":true}");
        assertThat(registry.accepts("s", SCHEMA)).isFalse();
    }

    @Test
    void anotherRuleAsksForTheLastVersionOnly() {
        server.answer("GET /subjects/s/versions", 200, "[1,2]")
                .answer("GET /config/s", 200, "{\"compatibilityLevel\":\"FULL\"}")
                .answer(
                        "POST /compatibility/subjects/s/versions/2",
                        200,
                        "{\"is_compatible\":true}");
        assertThat(registry.accepts("s", SCHEMA)).isTrue();
    }

    private static String error(int code, String message) {
        return "{\"error_code\":" + code + ",\"message\":\"" + message + "\"}";
    }
}
