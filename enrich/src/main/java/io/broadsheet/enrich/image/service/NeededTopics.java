package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.kafka.MissingSchemas;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.kafka.clients.admin.Admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * The topics and schemas that must be there before the checker starts. Without the schema of its
 * letters it would stop at the first request that has to be buried.
 */
final class NeededTopics {

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final List<Topic<?>> TOPICS =
            List.of(
                    Topics.IMAGE_CHECK_REQUESTS,
                    Topics.IMAGE_CHECK_RESULTS,
                    Topics.IMAGE_CHECKS,
                    Topics.HOST_STATE,
                    Topics.CHECK_IMAGES_DEAD_LETTERS);

    private NeededTopics() {}

    /**
     * Returns when they are there; the schemas, as far as the registry answers.
     *
     * @throws IllegalStateException if they are not within a minute
     * @throws InterruptedException if the service is closing
     */
    static void await(KafkaAccess kafka) throws InterruptedException, ExecutionException {
        long giveUpNanos = System.nanoTime() + WAIT_MAX.toNanos();
        try (Admin admin = Admin.create(kafka.adminProperties("check-images-start"))) {
            Optional<String> problem = problem(admin, kafka.registry());
            while (problem.isPresent()) {
                if (System.nanoTime() - giveUpNanos >= 0) {
                    throw new IllegalStateException(problem.get());
                }
                Thread.sleep(PAUSE);
                problem = problem(admin, kafka.registry());
            }
        }
    }

    private static Optional<String> problem(Admin admin, SchemaRegistry registry)
            throws InterruptedException, ExecutionException {
        Set<String> present = admin.listTopics().names().get();
        List<String> missing =
                TOPICS.stream().map(Topic::name).filter(name -> !present.contains(name)).toList();
        return missing.isEmpty()
                ? MissingSchemas.problem(registry, TOPICS)
                : Optional.of(
                        "missing topics: "
                                + String.join(", ", missing)
                                + "; create them with `broadsheet topics create`");
    }
}
