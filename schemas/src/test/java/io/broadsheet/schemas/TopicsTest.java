package io.broadsheet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The topics against a file, so that no change of a layout goes unseen. */
class TopicsTest {

    @Test
    void theTopicsAreThoseOfTheGoldenFile() throws IOException {
        String today = Topics.ALL.stream().map(TopicsTest::describe).collect(Collectors.joining());
        assertThat(today).isEqualTo(Files.readString(Path.of("src/test/resources/topics.golden")));
    }

    @Test
    void aNameEndsWithItsVersionAndHasDotsOnly() {
        assertThat(Topics.ALL)
                .allSatisfy(
                        topic -> assertThat(topic.name()).matches("news(\\.[a-z-]+)+\\.v[0-9]+"));
    }

    @Test
    void whatIsJoinedByArticleIsCutAlike() {
        var raw = Topics.RAW.layout();
        for (Topic<?> topic : Topics.ALL) {
            if (topic.key().equals("articleId")) {
                assertThat(topic.layout().partitions()).isEqualTo(raw.partitions());
                assertThat(topic.layout().devPartitions()).isEqualTo(raw.devPartitions());
            }
        }
    }

    @Test
    void aSubjectIsNamedAfterItsTopic() {
        assertThat(Topics.RAW.subject()).isEqualTo("news.articles.raw.v1-value");
    }

    private static String describe(Topic<?> topic) {
        var layout = topic.layout();
        return """
        %s
          key %s, value %s
          partitions %d (dev %d)
          %s
        """
                .formatted(
                        topic.name(),
                        topic.key(),
                        topic.schema().getFullName(),
                        layout.partitions(),
                        layout.devPartitions(),
                        FoundTopic.declaredConfig(topic, TopicProfile.PROD));
    }
}
