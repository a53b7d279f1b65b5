package io.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is said where a setting of Kafka's clients is wrong, and what is left then. */
class KafkaSettingsToldTest {

    @TempDir private Path directory;
    private Path data;

    @BeforeEach
    void nameTheData() {
        data = directory.resolve("data");
    }

    @Test
    void aPassWithAWrongSettingLeavesNothing() throws Exception {
        Path article = Files.writeString(directory.resolve("a.html"), "<p>of tides</p>");

        assertTold(with("run", article.toString(), "--data", data.toString()));
    }

    @Test
    void allInOneProcessWithAWrongSettingLeaveNothing() throws Exception {
        assertTold(with("up", "--data", data.toString()));
    }

    @Test
    void aServiceAloneSaysItInTheSameWords() throws Exception {
        assertTold(with("sink"));
    }

    @Test
    void whatOnlyAClientCanJudgeIsTheUsersMistakeToo() throws Exception {
        CommandRun run = set("kafka.admin.default.api.timeout.ms=1\n", "topics", "lag");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("default.api.timeout.ms", "request.timeout.ms");
    }

    @Test
    void brokersWhoseNamesAreUnknownAreTheUsersMistakeToo() throws Exception {
        CommandRun run =
                set("operations.port=0\nkafka.bootstrap.servers=nowhere.invalid:9092\n", "sink");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("broadsheet: ").contains("bootstrap.servers"))
                .noneSatisfy(line -> assertThat(line).startsWith("\tat "));
    }

    private void assertTold(CommandRun run) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        "broadsheet: 1 setting is wrong:",
                        "  kafka.producer.linger.ms = many: must be a whole number of 0 at least");
        assertThat(data).doesNotExist();
    }

    private CommandRun with(String... command) throws IOException {
        return set("kafka.producer.linger.ms=many\n", command);
    }

    private CommandRun set(String settings, String... command) throws IOException {
        Path file = Files.writeString(directory.resolve("c.properties"), settings);
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--config", file.toString()));
        return CommandRun.of(all);
    }
}
