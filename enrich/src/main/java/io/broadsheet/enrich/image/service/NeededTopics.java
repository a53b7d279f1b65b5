package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.admin.Admin;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** The topics that must be there before the checker starts. */
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
     * Returns when they are there.
     *
     * @throws IllegalStateException if they are not within a minute
     * @throws InterruptedException if the service is closing
     */
    static void await(KafkaAccess kafka) throws InterruptedException, ExecutionException {
        long giveUpNanos = System.nanoTime() + WAIT_MAX.toNanos();
        try (Admin admin = Admin.create(kafka.adminProperties("check-images-start"))) {
            List<String> missing = missing(admin);
            while (!missing.isEmpty()) {
                if (System.nanoTime() - giveUpNanos >= 0) {
                    throw new IllegalStateException(
                            "missing topics: "
                                    + String.join(", ", missing)
                                    + "; create them with `broadsheet topics create`");
                }
                Thread.sleep(PAUSE);
                missing = missing(admin);
            }
        }
    }

    private static List<String> missing(Admin admin)
            throws InterruptedException, ExecutionException {
        Set<String> present = admin.listTopics().names().get();
        return TOPICS.stream().map(Topic::name).filter(name -> !present.contains(name)).toList();
    }
}
