package io.broadsheet.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.e2e.containers.Command.Answer;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The secure set: it works, and each of its services is refused whatever is not its work. */
@Tag("containers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecureE2E {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Map<String, Set<Topic<?>>> WRITES =
            Map.of(
                    "ingest",
                    Set.of(
                            Topics.RAW,
                            Topics.INGEST_CURSORS,
                            Topics.FEED_STATE,
                            Topics.FETCH_REQUESTS,
                            Topics.FETCH_LOG,
                            Topics.INGEST_DEAD_LETTERS),
                    "enrich",
                    Set.of(
                            Topics.ENRICHED,
                            Topics.REVISIONS,
                            Topics.OUTCOMES,
                            Topics.IMAGE_CHECK_REQUESTS,
                            Topics.CLUSTER_SKETCHES,
                            Topics.CLUSTER_LINKS,
                            Topics.CLUSTERS,
                            Topics.ENRICH_DEAD_LETTERS),
                    "check-images",
                    Set.of(
                            Topics.IMAGE_CHECK_RESULTS,
                            Topics.IMAGE_CHECKS,
                            Topics.HOST_STATE,
                            Topics.CHECK_IMAGES_DEAD_LETTERS),
                    "sink",
                    Set.of(Topics.SINK_SQLITE_DEAD_LETTERS, Topics.SINK_POSTGRES_DEAD_LETTERS),
                    "syndicate",
                    Set.of(Topics.WEBHOOKS, Topics.SYNDICATE_DEAD_LETTERS),
                    "desk",
                    Set.of(
                            Topics.RAW,
                            Topics.ENRICHED,
                            Topics.IMAGE_CHECK_REQUESTS,
                            Topics.INGEST_CURSORS,
                            Topics.WEBHOOK_DELIVERIES,
                            Topics.DEAD_LETTER_STATUS),
                    "setup",
                    Set.of());

    private static final Map<String, Set<Topic<?>>> READS =
            Map.of(
                    "ingest",
                            Set.of(
                                    Topics.INGEST_CURSORS,
                                    Topics.BACKFILL,
                                    Topics.FEEDS,
                                    Topics.FEED_STATE,
                                    Topics.FETCH_REQUESTS),
                    "enrich",
                            Set.of(
                                    Topics.RAW,
                                    Topics.REPROCESS,
                                    Topics.IMAGE_CHECK_RESULTS,
                                    Topics.CLUSTER_SKETCHES,
                                    Topics.CLUSTER_LINKS),
                    "check-images",
                            Set.of(
                                    Topics.IMAGE_CHECK_REQUESTS,
                                    Topics.IMAGE_CHECKS,
                                    Topics.HOST_STATE),
                    "sink",
                            Set.of(
                                    Topics.ENRICHED,
                                    Topics.INGEST_DEAD_LETTERS,
                                    Topics.ENRICH_DEAD_LETTERS,
                                    Topics.CHECK_IMAGES_DEAD_LETTERS,
                                    Topics.SYNDICATE_DEAD_LETTERS),
                    "syndicate",
                            Set.of(
                                    Topics.ENRICHED,
                                    Topics.REVISIONS,
                                    Topics.WEBHOOKS,
                                    Topics.WEBHOOK_DELIVERIES),
                    "desk", Set.copyOf(Topics.ALL),
                    "setup", Set.of());

    private static final Map<String, String> GROUPS =
            Map.of(
                    "ingest", "broadsheet-ingest-feeds",
                    "enrich", "broadsheet-enrich",
                    "check-images", "broadsheet-check-images",
                    "sink", "broadsheet-sink-postgres",
                    "syndicate", "broadsheet-webhook-acme");

    private static final Map<String, String> TRANSACTIONS =
            Map.of(
                    "ingest", "broadsheet-ingest-local",
                    "enrich", "broadsheet-enrich-1",
                    "operator", "broadsheet-dead-replay");

    private Path inbox;
    private SecretFiles secrets;
    private Optional<Compose> started = Optional.empty();

    @BeforeAll
    void up(@TempDir Path directory) throws Exception {
        Engine.require();
        Engine.buildOurs("broadsheet:local");
        inbox = Files.createDirectories(directory.resolve("inbox"));
        makeReadable(directory);
        makeReadable(inbox);
        secrets = SecretFiles.make(directory.resolve("secrets"));
        Compose compose =
                Compose.of(
                        "broadsheet-e2e-secure",
                        List.of("secure.yml"),
                        Map.of(
                                "INBOX", inbox.toString(),
                                "SECRETS", secrets.directory().toString()));
        started = Optional.of(compose);
        compose.run("up", "-d").orFail();
    }

    @AfterAll
    void down() {
        started.ifPresent(Compose::close);
    }

    @Test
    void anArticleComesThrough() throws Exception {
        Path hidden =
                Files.writeString(
                        inbox.resolve(".1.md"), "---\ntitle: 'One'\n---\n<p>Some words.</p>\n");
        makeReadable(hidden);
        Files.move(hidden, inbox.resolve("1.md"));

        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        compose().sql("SELECT headline FROM broadsheet.article").equals("One"));
    }

    @Test
    void eachServiceIsRefusedWhatIsNotItsWork() throws Exception {
        List<String> allowed = new ArrayList<>();
        int tries = 0;
        for (String principal : WRITES.keySet()) {
            try (Intruder intruder = new Intruder(client(principal))) {
                for (Topic<?> topic : Topics.ALL) {
                    String name = topic.name();
                    if (!has(WRITES, principal, topic)) {
                        tries++;
                        note(
                                intruder.isRefusedToWrite(name),
                                principal + " writes " + name,
                                allowed);
                    }
                    if (!has(READS, principal, topic)) {
                        tries++;
                        note(intruder.isRefusedToRead(name), principal + " reads " + name, allowed);
                    }
                }
            }
        }

        assertThat(allowed).isEmpty();
        assertThat(tries).isGreaterThan(100);
    }

    @Test
    void noServiceIsTakenForAnother() throws Exception {
        List<String> allowed = new ArrayList<>();
        for (String principal : WRITES.keySet()) {
            try (Intruder intruder = new Intruder(client(principal))) {
                for (Map.Entry<String, String> group : GROUPS.entrySet()) {
                    if (!group.getKey().equals(principal)) {
                        note(
                                intruder.isRefusedTheGroup(group.getValue()),
                                principal + " in group " + group.getValue(),
                                allowed);
                    }
                }
                for (Map.Entry<String, String> id : TRANSACTIONS.entrySet()) {
                    boolean both = principal.equals("desk") && id.getKey().equals("operator");
                    if (!id.getKey().equals(principal) && !both) { // they replay in turn
                        note(
                                intruder.isRefusedTheTransactions(id.getValue()),
                                principal + " as " + id.getValue(),
                                allowed);
                    }
                }
            }
        }

        assertThat(allowed).isEmpty();
    }

    @Test
    void noServiceAdministers() throws Exception {
        for (String principal : WRITES.keySet()) {
            try (Intruder intruder = new Intruder(client(principal))) {
                assertThat(intruder.administrationNotRefused(Topics.RAW.name()))
                        .as(principal)
                        .isEmpty();
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        Map<String, Object> settings = new HashMap<>(client("ingest"));
        settings.computeIfPresent(
                "sasl.jaas.config",
                (_, jaas) -> jaas.toString().replaceAll("password=\"[^\"]+\"", "password=\"no\""));
        try (Admin admin = Admin.create(settings)) {
            assertThatThrownBy(() -> admin.describeCluster().clusterId().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void theRegistryIsReadByServicesAndWrittenBySetupAlone() throws Exception {
        assertThat(registry("GET", "/subjects", Optional.empty())).isEqualTo(401);
        assertThat(registry("GET", "/subjects", Optional.of("registry-reader"))).isEqualTo(200);
        assertThat(registry("DELETE", subject(), Optional.of("registry-reader"))).isEqualTo(403);
        assertThat(registry("PUT", "/config", Optional.of("registry-reader"))).isEqualTo(403);
    }

    @Test
    void theDatabaseIsSpokenToWithTlsAlone() throws Exception {
        Answer plain = psql("sslmode=disable");
        Answer encrypted = psql("sslmode=require");

        assertThat(plain.isGood()).isFalse();
        assertThat(plain.output()).contains("no encryption");
        assertThat(encrypted.orFail()).contains("1");
    }

    @Test
    void nothingStartsOnAPasswordThatOthersKnow(@TempDir Path directory) throws Exception {
        SecretFiles others = SecretFiles.make(directory.resolve("secrets"));
        Files.writeString(others.directory().resolve("postgres_sink"), "for-this-machine-only\n");
        Files.writeString(others.directory().resolve("passwords/enrich"), "changeme\n");

        Answer guard =
                compose()
                        .with("SECRETS", others.directory().toString())
                        .run("run", "--rm", "--no-deps", "guard");

        assertThat(guard.exitCode()).isEqualTo(1);
        assertThat(guard.output())
                .contains("postgres_sink is the password of the open set")
                .contains("password_enrich has fewer than 16 characters");
    }

    private Answer psql(String mode) throws Exception {
        String password = Files.readString(secrets.directory().resolve("postgres_reader")).strip();
        return compose()
                .run(
                        "exec",
                        "-T",
                        "-e",
                        "PGPASSWORD=" + password,
                        "postgres",
                        "psql",
                        "host=127.0.0.1 dbname=broadsheet user=broadsheet_reader " + mode,
                        "-Atc",
                        "SELECT 1");
    }

    private int registry(String method, String path, Optional<String> user) throws Exception {
        URI uri =
                URI.create(
                        "https://"
                                + compose().address("REGISTRY_TLS_PORT")
                                + "/apis/ccompat/v7"
                                + path);
        var request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"compatibility\":\"NONE\"}"));
        if (user.isPresent()) {
            String name = user.get().replaceFirst("registry-", "");
            String both = name + ":" + secrets.password(user.get());
            byte[] bytes = both.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        try (HttpClient client = HttpClient.newBuilder().sslContext(secrets.trust()).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private static String subject() {
        return "/subjects/" + Topics.RAW.subject();
    }

    private Map<String, Object> client(String principal) throws Exception {
        return secrets.client(principal, compose().address("KAFKA_PORT"));
    }

    private Compose compose() {
        return started.orElseThrow();
    }

    private static boolean has(
            Map<String, Set<Topic<?>>> rights, String principal, Topic<?> topic) {
        return rights.getOrDefault(principal, Set.of()).contains(topic);
    }

    private static void note(boolean refused, String what, List<String> allowed) {
        if (!refused) {
            allowed.add(what);
        }
    }

    private static void makeReadable(Path path) {
        assertThat(path.toFile().setReadable(true, false)).isTrue();
        if (Files.isDirectory(path)) {
            assertThat(path.toFile().setExecutable(true, false)).isTrue();
        }
    }
}
