package io.broadsheet.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what: enough for everyone's work, and no more. */
class GrantsTest {

    private static final Set<Principal> SERVICES =
            EnumSet.of(
                    Principal.INGEST,
                    Principal.ENRICH,
                    Principal.CHECK_IMAGES,
                    Principal.SINK,
                    Principal.SYNDICATE);

    @Test
    void whatTheSourcesSaidIsWrittenByIngestAlone() {
        assertThat(whoMay(AclOperation.WRITE, Topics.RAW)).containsExactly(Principal.INGEST);
    }

    @Test
    void deadLettersAreWrittenByTheirStageAlone() {
        assertThat(whoMay(AclOperation.WRITE, Topics.INGEST_DEAD_LETTERS))
                .containsExactly(Principal.INGEST);
        assertThat(whoMay(AclOperation.WRITE, Topics.ENRICH_DEAD_LETTERS))
                .containsExactly(Principal.ENRICH);
        assertThat(whoMay(AclOperation.WRITE, Topics.CHECK_IMAGES_DEAD_LETTERS))
                .containsExactly(Principal.CHECK_IMAGES);
        assertThat(whoMay(AclOperation.WRITE, Topics.SINK_POSTGRES_DEAD_LETTERS))
                .containsExactly(Principal.SINK);
        assertThat(whoMay(AclOperation.WRITE, Topics.SYNDICATE_DEAD_LETTERS))
                .containsExactly(Principal.SYNDICATE);
    }

    @Test
    void whoSpeaksToTheInternetReadsNoArticles() {
        for (Topic<?> topic :
                List.of(Topics.RAW, Topics.ENRICHED, Topics.REVISIONS, Topics.OUTCOMES)) {
            assertThat(whoMay(AclOperation.READ, topic)).doesNotContain(Principal.CHECK_IMAGES);
        }
    }

    @Test
    void theDeskReadsAllOfTheContractAndWritesOnlyWhatAReplayDoes() {
        for (Topic<?> topic : Topics.ALL) {
            assertThat(all(Principal.DESK, AclOperation.READ))
                    .as(topic.name())
                    .anyMatch(grant -> covers(grant.on(), topic.name()));
        }
        assertThat(all(Principal.DESK, AclOperation.WRITE))
                .extracting(grant -> grant.on().name())
                .containsExactlyInAnyOrder(
                        Topics.RAW.name(),
                        Topics.ENRICHED.name(),
                        Topics.IMAGE_CHECK_REQUESTS.name(),
                        Topics.INGEST_CURSORS.name(),
                        Topics.WEBHOOK_DELIVERIES.name(),
                        Topics.DEAD_LETTER_STATUS.name(),
                        "broadsheet-dead-");
    }

    @Test
    void eachTopicOfTheContractHasAWriter() {
        assertThat(Topics.ALL)
                .filteredOn(topic -> whoMay(AclOperation.WRITE, topic).isEmpty())
                .as("topics that no service may write: who does?")
                .containsExactlyInAnyOrder(
                        Topics.FEEDS,
                        Topics.BACKFILL,
                        Topics.REPROCESS,
                        Topics.WEBHOOK_DELIVERIES,
                        Topics.DEAD_LETTER_STATUS);
    }

    @Test
    void noServiceMakesTopicsOfTheContract() {
        assertThat(whoMay(AclOperation.CREATE, Topics.RAW)).isEmpty();
        assertThat(all(Principal.SETUP, AclOperation.CREATE)).isNotEmpty();
    }

    @Test
    void nobodyMayDeleteOrAlter() {
        assertThat(Grants.all())
                .flatExtracting(Grant::operations)
                .doesNotContain(
                        AclOperation.ALL,
                        AclOperation.ALTER,
                        AclOperation.ALTER_CONFIGS,
                        AclOperation.DELETE,
                        AclOperation.CLUSTER_ACTION);
    }

    @Test
    void noServiceIsGrantedEverythingOfAType() {
        assertThat(Grants.all())
                .filteredOn(grant -> SERVICES.contains(grant.principal()))
                .extracting(grant -> grant.on().name())
                .doesNotContain("*");
    }

    @Test
    void aGrantIsToldInWords() {
        assertThat(all(Principal.INGEST, AclOperation.DESCRIBE).getLast())
                .hasToString(
                        "ingest        transactional id broadsheet-ingest-*"
                                + "      write, describe");
    }

    private static Set<Principal> whoMay(AclOperation operation, Topic<?> topic) {
        return Grants.all().stream()
                .filter(grant -> SERVICES.contains(grant.principal()))
                .filter(grant -> grant.operations().contains(operation))
                .filter(grant -> covers(grant.on(), topic.name()))
                .map(Grant::principal)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Principal.class)));
    }

    private static boolean covers(ResourcePattern on, String topic) {
        return on.resourceType() == ResourceType.TOPIC
                && (on.patternType() == PatternType.PREFIXED
                        ? topic.startsWith(on.name())
                        : topic.equals(on.name()));
    }

    private static List<Grant> all(Principal principal, AclOperation operation) {
        return Grants.all().stream()
                .filter(grant -> grant.principal() == principal)
                .filter(grant -> grant.operations().contains(operation))
                .toList();
    }
}
