package io.broadsheet.enrich.service;

import io.broadsheet.runtime.kafka.MissingSchemas;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * The topics that must be there before the topology starts. A missing one would stall it for a
 * minute and then kill its threads, one by one (RELIABILITY section 2.5, experiment E).
 */
final class RequiredTopics {

    private static final List<Topic<?>> TOPICS =
            List.of(
                    Topics.RAW,
                    Topics.REPROCESS,
                    Topics.IMAGE_CHECK_RESULTS,
                    Topics.ENRICHED,
                    Topics.REVISIONS,
                    Topics.OUTCOMES,
                    Topics.CLUSTER_SKETCHES,
                    Topics.CLUSTER_LINKS,
                    Topics.CLUSTERS,
                    Topics.IMAGE_CHECK_REQUESTS,
                    Topics.ENRICH_DEAD_LETTERS);

    private RequiredTopics() {}

    /**
     * What is wrong with them, for the operator; empty if nothing is.
     *
     * @throws ExecutionException if the broker does not answer, or with an error
     * @throws InterruptedException if the thread is to end
     */
    static Optional<String> problem(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<String> missing =
                TOPICS.stream().map(Topic::name).filter(name -> !present.contains(name)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(
                    "missing topics: "
                            + String.join(", ", missing)
                            + "; create them with `broadsheet topics create`");
        }
        return unevenness(admin);
    }

    /**
     * What their schemas lack, for the operator; empty if nothing. A registry that does not answer
     * is no problem here: whoever needs it waits for it.
     */
    static Optional<String> schemaProblem(SchemaRegistry registry) {
        return MissingSchemas.problem(registry, TOPICS);
    }

    /**
     * An answer, what is to be enriched anew, and what an article is told must meet the raw article
     * that it belongs to, in the partition of the same number.
     */
    private static Optional<String> unevenness(Admin admin)
            throws ExecutionException, InterruptedException {
        String raw = Topics.RAW.name();
        List<String> beside =
                List.of(
                        Topics.IMAGE_CHECK_RESULTS.name(),
                        Topics.REPROCESS.name(),
                        Topics.CLUSTER_LINKS.name());
        List<String> all = Stream.concat(Stream.of(raw), beside.stream()).toList();
        Map<String, TopicDescription> found = admin.describeTopics(all).allTopicNames().get();
        int rawPartitions = partitions(found, raw);
        return beside.stream()
                .filter(topic -> partitions(found, topic) != rawPartitions)
                .map(topic ->
                        "%s has %d partitions and %s has %d: they must have as many"
                                .formatted(raw, rawPartitions, topic, partitions(found, topic)))
                .findFirst();
    }

    private static int partitions(Map<String, TopicDescription> found, String topic) {
        TopicDescription description = found.get(topic);
        return description == null ? 0 : description.partitions().size();
    }
}
