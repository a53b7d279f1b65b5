package io.broadsheet.app.access;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.broadsheet.enrich.image.service.CheckImagesConfig;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.ingest.backfill.BackfillConfig;
import io.broadsheet.ingest.poll.PollConfig;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.sink.store.StoreKind;
import io.broadsheet.syndicate.webhook.WebhookService;

import org.apache.kafka.common.acl.AclOperation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rights of each principal, as small as its work allows (RELIABILITY 3.5): what the sources
 * said is written by ingest alone, dead letters by their own stage, and nobody but setup makes
 * topics, apart from those that Kafka Streams makes for itself.
 */
public final class Grants {

    /** What every topic of the contract begins with. */
    private static final String CONTRACT = "news.";

    private static final String EVERYTHING = "*";

    private Grants() {}

    /** All of them, principal by principal. */
    public static List<Grant> all() {
        return Stream.of(
                        ingest(),
                        enrich(),
                        checkImages(),
                        sink(),
                        syndicate(),
                        setup(),
                        desk(),
                        operator(),
                        registry())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Grant> ingest() {
        return with(
                topics(
                        Principal.INGEST,
                        WRITE,
                        Topics.RAW,
                        Topics.FETCH_LOG,
                        Topics.INGEST_DEAD_LETTERS),
                Grant.of(Principal.INGEST, Grant.topic(Topics.INGEST_CURSORS.name()), READ, WRITE),
                Grant.of(Principal.INGEST, Grant.topic(Topics.FEEDS.name()), READ),
                Grant.of(Principal.INGEST, Grant.topic(Topics.FEED_STATE.name()), READ, WRITE),
                Grant.of(Principal.INGEST, Grant.topic(Topics.FETCH_REQUESTS.name()), READ, WRITE),
                Grant.of(Principal.INGEST, Grant.group(PollConfig.GROUP_ID), READ),
                Grant.of(Principal.INGEST, Grant.topic(Topics.BACKFILL.name()), READ),
                Grant.of(Principal.INGEST, Grant.group(BackfillConfig.GROUP_ID), READ),
                // How far behind those are to whom a backfill gives way.
                Grant.of(
                        Principal.INGEST,
                        Grant.topic(Topics.IMAGE_CHECK_REQUESTS.name()),
                        DESCRIBE),
                Grant.of(Principal.INGEST, Grant.group(EnrichConfig.APPLICATION_ID), DESCRIBE),
                Grant.of(Principal.INGEST, Grant.group(CheckImagesConfig.GROUP_ID), DESCRIBE),
                Grant.of(
                        Principal.INGEST,
                        Grant.transactionsOf("broadsheet-ingest-"),
                        WRITE,
                        DESCRIBE));
    }

    private static List<Grant> enrich() {
        String application = EnrichConfig.APPLICATION_ID;
        List<Grant> grants = new ArrayList<>();
        grants.addAll(
                topics(
                        Principal.ENRICH,
                        READ,
                        Topics.RAW,
                        Topics.REPROCESS,
                        Topics.IMAGE_CHECK_RESULTS,
                        Topics.CLUSTER_SKETCHES,
                        Topics.CLUSTER_LINKS));
        grants.addAll(
                topics(
                        Principal.ENRICH,
                        WRITE,
                        Topics.ENRICHED,
                        Topics.REVISIONS,
                        Topics.OUTCOMES,
                        Topics.IMAGE_CHECK_REQUESTS,
                        Topics.CLUSTER_SKETCHES,
                        Topics.CLUSTER_LINKS,
                        Topics.CLUSTERS,
                        Topics.ENRICH_DEAD_LETTERS));
        return with(
                grants,
                // Its changelogs.
                Grant.of(
                        Principal.ENRICH,
                        Grant.topicsOf(application + "-"),
                        READ,
                        WRITE,
                        CREATE,
                        DESCRIBE_CONFIGS),
                Grant.of(Principal.ENRICH, Grant.group(application), READ),
                Grant.of(Principal.ENRICH, Grant.transactionsOf(application), WRITE, DESCRIBE));
    }

    private static List<Grant> checkImages() {
        List<Grant> grants = new ArrayList<>();
        grants.addAll(topics(Principal.CHECK_IMAGES, READ, Topics.IMAGE_CHECK_REQUESTS));
        grants.addAll(
                topics(
                        Principal.CHECK_IMAGES,
                        WRITE,
                        Topics.IMAGE_CHECK_RESULTS,
                        Topics.CHECK_IMAGES_DEAD_LETTERS));
        return with(
                grants,
                Grant.of(
                        Principal.CHECK_IMAGES,
                        Grant.topic(Topics.IMAGE_CHECKS.name()),
                        READ,
                        WRITE),
                Grant.of(
                        Principal.CHECK_IMAGES, Grant.topic(Topics.HOST_STATE.name()), READ, WRITE),
                Grant.of(Principal.CHECK_IMAGES, Grant.group(CheckImagesConfig.GROUP_ID), READ));
    }

    private static List<Grant> sink() {
        List<Grant> grants = new ArrayList<>();
        grants.addAll(
                topics(
                        Principal.SINK,
                        READ,
                        Topics.ENRICHED,
                        Topics.INGEST_DEAD_LETTERS,
                        Topics.ENRICH_DEAD_LETTERS,
                        Topics.CHECK_IMAGES_DEAD_LETTERS,
                        Topics.SYNDICATE_DEAD_LETTERS));
        for (StoreKind kind : StoreKind.values()) {
            grants.addAll(topics(Principal.SINK, WRITE, kind.deadLetters()));
            grants.add(Grant.of(Principal.SINK, Grant.group(kind.group()), READ));
        }
        return grants;
    }

    private static List<Grant> syndicate() {
        List<Grant> grants = new ArrayList<>();
        grants.addAll(
                topics(
                        Principal.SYNDICATE,
                        READ,
                        Topics.ENRICHED,
                        Topics.REVISIONS,
                        Topics.WEBHOOK_DELIVERIES));
        return with(
                grants,
                Grant.of(Principal.SYNDICATE, Grant.topic(Topics.WEBHOOKS.name()), READ, WRITE),
                Grant.of(
                        Principal.SYNDICATE,
                        Grant.topic(Topics.SYNDICATE_DEAD_LETTERS.name()),
                        WRITE),
                Grant.of(Principal.SYNDICATE, Grant.groupsOf(WebhookService.GROUP_PREFIX), READ));
    }

    private static List<Grant> setup() {
        return List.of(
                Grant.of(
                        Principal.SETUP,
                        Grant.topicsOf(CONTRACT),
                        CREATE,
                        DESCRIBE,
                        DESCRIBE_CONFIGS));
    }

    /**
     * It reads whatever it shows, and writes what a replay does: originals back, and what was done.
     */
    private static List<Grant> desk() {
        return with(
                topics(
                        Principal.DESK,
                        WRITE,
                        Topics.RAW,
                        Topics.ENRICHED,
                        Topics.IMAGE_CHECK_REQUESTS,
                        Topics.INGEST_CURSORS,
                        Topics.WEBHOOK_DELIVERIES,
                        Topics.DEAD_LETTER_STATUS),
                Grant.of(Principal.DESK, Grant.topicsOf(CONTRACT), READ),
                // How far enrichment is behind on topics of its own.
                Grant.of(Principal.DESK, Grant.topicsOf(EnrichConfig.APPLICATION_ID + "-"), READ),
                Grant.of(Principal.DESK, Grant.group(EVERYTHING), DESCRIBE),
                Grant.of(
                        Principal.DESK, Grant.transactionsOf("broadsheet-dead-"), WRITE, DESCRIBE));
    }

    private static List<Grant> operator() {
        return List.of(
                Grant.of(Principal.OPERATOR, Grant.topicsOf(CONTRACT), WRITE, DESCRIBE_CONFIGS),
                // How far behind any group is, in seconds, is told by the record that it reads
                // next.
                Grant.of(Principal.OPERATOR, Grant.topic(EVERYTHING), READ),
                Grant.of(Principal.OPERATOR, Grant.group(EVERYTHING), DESCRIBE),
                // Where a new webhook begins.
                Grant.of(Principal.OPERATOR, Grant.groupsOf(WebhookService.GROUP_PREFIX), READ),
                Grant.of(
                        Principal.OPERATOR,
                        Grant.transactionsOf("broadsheet-webhooks-"),
                        WRITE,
                        DESCRIBE),
                Grant.of(
                        Principal.OPERATOR,
                        Grant.transactionsOf("broadsheet-dead-"),
                        WRITE,
                        DESCRIBE),
                Grant.of(
                        Principal.OPERATOR,
                        Grant.transactionsOf("broadsheet-reprocess"),
                        WRITE,
                        DESCRIBE),
                Grant.of(
                        Principal.OPERATOR,
                        Grant.transactionsOf("broadsheet-feeds-"),
                        WRITE,
                        DESCRIBE),
                Grant.of(
                        Principal.OPERATOR,
                        Grant.transactionsOf("broadsheet-ingest--backfill-"),
                        WRITE,
                        DESCRIBE));
    }

    private static List<Grant> registry() {
        return List.of(
                Grant.of(
                        Principal.REGISTRY,
                        Grant.topicsOf("kafkasql-"),
                        READ,
                        WRITE,
                        CREATE,
                        DESCRIBE_CONFIGS),
                Grant.of(
                        Principal.REGISTRY,
                        Grant.topic("registry-events"),
                        WRITE,
                        CREATE,
                        DESCRIBE_CONFIGS),
                Grant.of(Principal.REGISTRY, Grant.groupsOf("apicurio-"), READ));
    }

    private static List<Grant> topics(
            Principal principal, AclOperation operation, Topic<?>... topics) {
        return Arrays.stream(topics)
                .map(topic -> Grant.of(principal, Grant.topic(topic.name()), operation))
                .toList();
    }

    private static List<Grant> with(List<Grant> grants, Grant... more) {
        return Stream.concat(grants.stream(), Arrays.stream(more)).toList();
    }
}
