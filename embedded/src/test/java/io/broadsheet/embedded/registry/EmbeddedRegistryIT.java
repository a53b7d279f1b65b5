package io.broadsheet.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.broadsheet.embedded.broker.EmbeddedBroker;
import io.broadsheet.embedded.machine.EmbeddedStartException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The protocol as a client sees it: paths, bodies, error codes, and what a restart keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedRegistryIT {

    private static final String NAME =
            """
            {"type":"record","name":"Person","fields":[{"name":"name","type":"string"}]}\
            """;
    private static final String NAME_AND_OPTIONAL_AGE =
            """
            {"type":"record","name":"Person","fields":[{"name":"name","type":"string"},\
            {"name":"age","type":["null","int"],"default":null}]}\
            """;
    private static final String NAME_AND_AGE =
            """
            {"type":"record","name":"Person","fields":[{"name":"name","type":"string"},\
            {"name":"age","type":"int"}]}\
            """;

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private Rest rest;
    private int subjects;
    private String s = "";

    @BeforeAll
    void startBroker(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory, 0);
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
        rest = Rest.of(registry.url());
    }

    @AfterAll
    void stopBroker() {
        registry.close();
        broker.close();
    }

    @BeforeEach
    void anotherSubject() {
        s = "subject-" + subjects++;
    }

    @AfterEach
    void backToDefault() throws Exception {
        rest.delete("/config");
    }

    @Test
    void aSchemaIsFoundBySubjectVersionIdAndContent() throws Exception {
        int id = registered(s, NAME);
        assertThat(rest.get("/subjects?subjectPrefix=" + s)).hasToString("[\"" + s + "\"]");
        assertThat(rest.get("/subjects/" + s + "/versions")).hasToString("[1]");
        assertThat(rest.get("/schemas/ids/" + id).body().path("schema").asText()).isEqualTo(NAME);
        assertThat(rest.get("/schemas/ids/" + id + "/schema")).hasToString(NAME);
        assertThat(rest.get("/subjects/" + s + "/versions/latest/schema")).hasToString(NAME);
        for (String version : new String[] {"1", "latest", "-1"}) {
            var found = rest.get("/subjects/" + s + "/versions/" + version).body();
            assertThat(found.path("subject").asText()).isEqualTo(s);
            assertThat(found.path("version").asInt()).isEqualTo(1);
            assertThat(found.path("id").asInt()).isEqualTo(id);
            assertThat(found.path("schema").asText()).isEqualTo(NAME);
        }
        assertThat(rest.postSchema("/subjects/" + s, NAME).body().path("id").asInt()).isEqualTo(id);
        assertThat(rest.get("/schemas/ids/" + id).mediaType())
                .isEqualTo("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void theSameSchemaHasTheSameIdInEverySubjectAndIsRegisteredOnce() throws Exception {
        int id = registered(s, NAME);
        assertThat(registered(s, NAME)).isEqualTo(id);
        assertThat(registered(s, NAME.replace(":", " : "))).isEqualTo(id);
        assertThat(registered(s + "-other", NAME)).isEqualTo(id);
        assertThat(rest.get("/subjects/" + s + "/versions")).hasToString("[1]");
        assertThat(rest.get("/schemas/ids/" + id + "/versions").toString())
                .contains("\"" + s + "\"", "\"" + s + "-other\"");
        assertThat(rest.get("/schemas/ids/" + id + "/subjects").toString())
                .contains("\"" + s + "\"", "\"" + s + "-other\"");
    }

    @Test
    void normalizedSchemasDoNotDependOnTheOrderOfCustomProperties() throws Exception {
        String ab = "{\"type\":\"string\",\"a\":1,\"b\":2}";
        String ba = "{\"type\":\"string\",\"b\":2,\"a\":1}";
        int id = rest.postSchema(versions() + "?normalize=true", ba).body().path("id").asInt();
        assertThat(rest.postSchema("/subjects/" + s + "?normalize=true", ab).toString())
                .contains("\"id\":" + id);
        assertThat(rest.postSchema("/subjects/" + s, ba)).hasToString("404 40403");
    }

    @Test
    void whatIsNotThereIsToldWithConfluentsCodes() throws Exception {
        assertThat(rest.get(versions())).hasToString("404 40401");
        assertThat(rest.get(versions() + "/1")).hasToString("404 40401");
        assertThat(rest.delete("/subjects/" + s)).hasToString("404 40401");
        assertThat(rest.postSchema("/subjects/" + s, NAME)).hasToString("404 40401");
        registered(s, NAME);
        assertThat(rest.get(versions() + "/2")).hasToString("404 40402");
        assertThat(rest.delete(versions() + "/2")).hasToString("404 40402");
        assertThat(rest.postSchema("/subjects/" + s, NAME_AND_AGE)).hasToString("404 40403");
        assertThat(rest.get("/schemas/ids/999999")).hasToString("404 40403");
        assertThat(rest.get("/schemas/ids/999999/versions")).hasToString("404 40403");
        assertThat(rest.get("/config/" + s)).hasToString("404 40408");
        assertThat(rest.get("/mode/" + s)).hasToString("404 40409");
        assertThat(rest.get("/nothing/here")).hasToString("404 404");
    }

    @Test
    void whatCannotBeReadIsToldWithConfluentsCodes() throws Exception {
        for (String schema : new String[] {"", "null", "{}", "{\"type\":\"strin\"}", "[[", "\0"}) {
            assertThat(rest.postSchema(versions(), schema)).hasToString("422 42201");
        }
        assertThat(rest.send("POST", versions(), "{}")).hasToString("422 42201");
        assertThat(rest.send("POST", versions(), "{\"schema\":7}")).hasToString("422 42201");
        assertThat(
                        rest.send(
                                "POST",
                                versions(),
                                "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}"))
                .hasToString("422 42201");
        assertThat(rest.send("POST", versions(), "no json")).hasToString("400 400");
        assertThat(rest.send("POST", versions(), "")).hasToString("422 42201");
        registered(s, NAME);
        assertThat(rest.get(versions() + "/0")).hasToString("422 42202");
        assertThat(rest.get(versions() + "/newest")).hasToString("422 42202");
        assertThat(rest.putLevel("/config/" + s, "SOME")).hasToString("422 42203");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        var other = Rest.of(registry.url());
        assertThat(other.postSchema(versions(), " ".repeat(600_000))).hasToString("413 413");
    }

    @Test
    void anIncompatibleSchemaIsRefusedByTheLevelOfItsSubject() throws Exception {
        registered(s, NAME);
        var refused = rest.postSchema(versions(), NAME_AND_AGE);
        assertThat(refused).hasToString("409 409");
        assertThat(refused.body().path("message").asText())
                .contains(s, "READER_FIELD_MISSING_DEFAULT_VALUE", "age");
        assertThat(rest.putLevel("/config/" + s, "forward"))
                .hasToString("{\"compatibility\":\"FORWARD\"}");
        assertThat(registered(s, NAME_AND_AGE)).isPositive();
        assertThat(rest.get(versions())).hasToString("[1,2]");
    }

    @Test
    void aCheckAnswersWithoutRegisteringAndSaysWhyIfAsked() throws Exception {
        assertThat(check("/latest", NAME)).isEqualTo("{\"is_compatible\":true}");
        assertThat(check("/1", NAME)).isEqualTo("404 40401");
        registered(s, NAME);
        assertThat(check("/latest", NAME_AND_OPTIONAL_AGE)).isEqualTo("{\"is_compatible\":true}");
        assertThat(check("", NAME_AND_AGE)).isEqualTo("{\"is_compatible\":false}");
        assertThat(check("/1?verbose=true", NAME_AND_AGE))
                .contains("\"is_compatible\":false", "cannot read version 1", "age");
        assertThat(check("/2", NAME)).isEqualTo("404 40402");
        assertThat(rest.get(versions())).hasToString("[1]");
    }

    @Test
    void levelsAreSetForAllAndForOneAndResetAgain() throws Exception {
        assertThat(rest.get("/config")).hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
        rest.putLevel("/config", "NONE");
        assertThat(rest.get("/config/" + s + "?defaultToGlobal=true"))
                .hasToString("{\"compatibilityLevel\":\"NONE\"}");
        rest.putLevel("/config/" + s, "FULL_TRANSITIVE");
        assertThat(rest.get("/config/" + s))
                .hasToString("{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        assertThat(rest.delete("/config/" + s))
                .hasToString("{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        assertThat(rest.delete("/config/" + s)).hasToString("404 40408");
        assertThat(rest.delete("/config")).hasToString("{\"compatibilityLevel\":\"NONE\"}");
        assertThat(rest.get("/config")).hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
    }

    @Test
    void aDeletedSubjectIsHiddenThenForgottenAndItsIdIsNotGivenAgain() throws Exception {
        int id = registered(s, NAME_AND_OPTIONAL_AGE.replace("Person", "Only" + subjects));
        assertThat(rest.delete("/subjects/" + s + "?permanent=true")).hasToString("404 40405");
        assertThat(rest.delete("/subjects/" + s)).hasToString("[1]");
        assertThat(rest.delete("/subjects/" + s)).hasToString("404 40404");
        assertThat(rest.get(versions())).hasToString("404 40401");
        assertThat(rest.get(versions() + "?deleted=true")).hasToString("[1]");
        assertThat(rest.get("/subjects?deletedOnly=true").toString()).contains(s);
        assertThat(rest.get("/schemas/ids/" + id).status()).isEqualTo(200);
        assertThat(rest.delete("/subjects/" + s + "?permanent=true")).hasToString("[1]");
        assertThat(rest.get("/schemas/ids/" + id)).hasToString("404 40403");
        restartRegistry();
        assertThat(registered(s, "\"string\"")).isGreaterThan(id);
    }

    @Test
    void aDeletedVersionIsHiddenThenForgotten() throws Exception {
        int id = registered(s, NAME);
        registered(s, NAME_AND_OPTIONAL_AGE);
        assertThat(rest.delete(versions() + "/1?permanent=true")).hasToString("404 40407");
        assertThat(rest.delete(versions() + "/1")).hasToString("1");
        assertThat(rest.delete(versions() + "/1")).hasToString("404 40406");
        assertThat(rest.get(versions())).hasToString("[2]");
        assertThat(registered(s, NAME)).isEqualTo(id);
        assertThat(rest.get(versions())).hasToString("[2,3]");
        assertThat(rest.delete(versions() + "/1?permanent=true")).hasToString("1");
        assertThat(rest.get(versions() + "?deleted=true")).hasToString("[2,3]");
    }

    @Test
    void aRestartKeepsSubjectsVersionsIdsAndLevels() throws Exception {
        int id = registered(s, NAME);
        registered(s, NAME_AND_OPTIONAL_AGE);
        rest.putLevel("/config/" + s, "FULL");
        rest.putLevel("/config", "FORWARD");
        var before = rest.get(versions() + "/2");
        restartRegistry();
        assertThat(rest.get(versions() + "/2")).hasToString(before.toString());
        assertThat(rest.get("/config/" + s)).hasToString("{\"compatibilityLevel\":\"FULL\"}");
        assertThat(rest.get("/config")).hasToString("{\"compatibilityLevel\":\"FORWARD\"}");
        assertThat(registered(s + "-other", NAME)).isEqualTo(id);
    }

    @Test
    void subjectsMayHaveAnyNameWithoutASlash() throws Exception {
        for (String name : new String[] {"a%20b", "%C3%BC", ":.ctx:c", "a.b_c-d$E"}) {
            assertThat(registered(s + name, NAME)).isPositive();
            assertThat(rest.get("/subjects/" + s + name + "/versions")).hasToString("[1]");
        }
        assertThat(rest.get("/subjects").toString()).contains(s + "a b", s + "ü");
    }

    @Test
    void theRestOfTheProtocolIsAnsweredAsConfluentDoes() throws Exception {
        assertThat(rest.get("/")).hasToString("{}");
        assertThat(rest.get("/schemas/types")).hasToString("[\"AVRO\"]");
        assertThat(rest.get("/mode")).hasToString("{\"mode\":\"READWRITE\"}");
        assertThat(rest.get("/mode/" + s + "?defaultToGlobal=true"))
                .hasToString("{\"mode\":\"READWRITE\"}");
    }

    @Test
    void pagesOfOtherSitesMayNotChangeAnything() throws Exception {
        String body = "{\"compatibility\":\"NONE\"}";
        assertThat(rest.send("PUT", "/config", body, "Origin", "http://evil.example"))
                .hasToString("403 403");
        assertThat(rest.send("PUT", "/config", body, "Origin", "http://localhost:3000").status())
                .isEqualTo(200);
    }

    @Test
    void aTakenPortIsTold() {
        int port = Integer.parseInt(registry.url().replaceFirst(".*:", ""));
        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> EmbeddedRegistry.start(broker.bootstrapServers(), port))
                .withMessageContaining("Port " + port);
    }

    private String versions() {
        return "/subjects/" + s + "/versions";
    }

    private int registered(String subject, String schema) throws Exception {
        var reply = rest.postSchema("/subjects/" + subject + "/versions", schema);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body().path("id").asInt();
    }

    private String check(String version, String schema) throws Exception {
        return rest.postSchema("/compatibility" + versions() + version, schema).toString();
    }

    private void restartRegistry() {
        registry.close();
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
        rest = Rest.of(registry.url());
    }
}
