package io.broadsheet.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Passwords are in files, each with whom it is for. */
class SecretsTest {

    private static final List<String> SERVICES =
            List.of("setup", "ingest", "enrich", "check-images", "sink", "syndicate", "desk");

    @Test
    void noPasswordStandsInAnEnvironment() throws IOException {
        for (ComposeSet set : ComposeSet.all()) {
            set.services()
                    .forEach((name, service) ->
                            service.path("environment")
                                    .properties()
                                    .forEach(entry ->
                                            assertThat(entry.getKey())
                                                    .as("%s: %s", set.name(), name)
                                                    .doesNotEndWith("PASSWORD")));
        }
    }

    @Test
    void theOwnerOfTheTablesIsKnownToSetupAlone() throws IOException {
        for (ComposeSet set : ComposeSet.all()) {
            for (String service : SERVICES) {
                assertThat(secrets(set.service(service)).contains("postgres_owner"))
                        .as("%s: %s knows the owner's password", set.name(), service)
                        .isEqualTo(service.equals("setup"));
            }
        }
    }

    @Test
    void inTheSecureSetEachServiceHasItsOwnCredentialsAndNoOthers() throws IOException {
        ComposeSet secure = ComposeSet.of("secure", "deploy/compose/secure.yml");
        for (String service : SERVICES) {
            String own = service.replace('-', '_') + "_client";
            assertThat(secrets(secure.service(service)))
                    .as(service)
                    .contains(own)
                    .noneMatch(name -> name.endsWith("_client") && !name.equals(own));
        }
    }

    @Test
    void inTheSecureSetNothingStartsBeforeTheGuard() throws IOException {
        ComposeSet secure = ComposeSet.of("secure", "deploy/compose/secure.yml");
        for (String root : List.of("kafka", "postgres")) {
            assertThat(secure.service(root).at("/depends_on/guard/condition").asText())
                    .isEqualTo("service_completed_successfully");
        }
        assertThat(secure.service("setup").path("depends_on").has("kafka")).isTrue();
        for (String service : SERVICES.subList(1, SERVICES.size())) {
            assertThat(secure.service(service).path("depends_on").has("setup")).isTrue();
        }
    }

    @Test
    void whatIsMadeIsKeptOutOfGit() throws IOException {
        assertThat(Project.text(".gitignore")).contains("/deploy/secure/generated/");
    }

    private static List<String> secrets(JsonNode service) {
        return StreamSupport.stream(service.path("secrets").spliterator(), false)
                .map(secret -> secret.isObject() ? secret.path("source").asText() : secret.asText())
                .toList();
    }
}
