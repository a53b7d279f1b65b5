package io.broadsheet.e2e.faults;

import io.broadsheet.e2e.faults.check.Accepted;
import io.broadsheet.e2e.faults.check.Evidence;
import io.broadsheet.e2e.faults.check.Found;
import io.broadsheet.e2e.faults.machine.Fleet;
import io.broadsheet.e2e.faults.offer.Expected;
import io.broadsheet.e2e.faults.offer.Label.Kind;
import io.broadsheet.e2e.faults.offer.OfferGenerator;
import io.broadsheet.e2e.faults.reading.Decoder;
import io.broadsheet.e2e.faults.reading.StoreReading;
import io.broadsheet.e2e.faults.reading.Tail;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.DeadLetterState;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * I9: what caused the letters is mended, and they are replayed. Refused rows are refused no more,
 * bad files are written anew. A record that nobody can read stays what it is: its letter is left.
 */
final class Mending {

    private static final Duration TIME_MAX = Duration.ofSeconds(90);

    private final Fleet fleet;
    private final StoreWatch store;
    private final Decoder decoder;

    Mending(Fleet fleet, StoreWatch store, Decoder decoder) {
        this.fleet = fleet;
        this.store = store;
        this.decoder = decoder;
    }

    /** Mends and replays; what is still not well. */
    List<String> unreplayed(List<Accepted> offers, Evidence evidence) throws SQLException {
        store.forgive();
        Map<String, String> wanted = new HashMap<>();
        offers.forEach(accepted -> mend(accepted, wanted));
        List<String> ids =
                evidence.log().letters().stream()
                        .filter(Mending::isMendable)
                        .map(Found.Letter::letterId)
                        .distinct()
                        .toList();
        List<String> complaints = new ArrayList<>();
        awaitAll(mendedFiles(wanted, offers), complaints);
        if (!ids.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("dead", "replay", "--rate", "1000"));
            command.addAll(ids);
            command.addAll(List.of("--claims", fleet.claims().toString()));
            fleet.run(command.toArray(String[]::new));
        }
        awaitAll(wanted.keySet(), complaints);
        complaints.addAll(doubled(wanted));
        complaints.addAll(open(ids));
        return complaints;
    }

    private static boolean isMendable(Found.Letter letter) {
        return letter.origin().isEmpty() || letter.code().equals("ROW_REJECTED");
    }

    private void mend(Accepted accepted, Map<String, String> wanted) {
        Kind kind = accepted.offer().label().kind();
        String name = accepted.offer().name();
        if (kind == Kind.BAD_FILE) {
            String post =
                    "---\nguid: '%s'\ntitle: 'Mended %s'\n---\n<p>Words.</p>\n"
                            .formatted(name, name);
            Load.put(fleet.inbox(), name, post.getBytes(StandardCharsets.UTF_8));
            String id = Sha256.id("v1\n" + OfferGenerator.SOURCE + "\nGUID\n" + name);
            wanted.put(id, "mended file " + name);
        } else if (kind == Kind.REFUSED
                && accepted.offer().expected() instanceof Expected.Article(String id, _)) {
            wanted.put(id, "refused article of " + name);
        }
    }

    private static Set<String> mendedFiles(Map<String, String> wanted, List<Accepted> offers) {
        Set<String> files = new HashSet<>(wanted.keySet());
        for (Accepted accepted : offers) {
            if (accepted.offer().expected() instanceof Expected.Article(String id, _)) {
                files.remove(id);
            }
        }
        return files;
    }

    private void awaitAll(Set<String> articleIds, List<String> complaints) {
        try {
            Awaitility.await()
                    .atMost(TIME_MAX)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> articleIds.isEmpty() || store.holds(articleIds));
        } catch (ConditionTimeoutException e) {
            complaints.add("not all of " + articleIds.size() + " mended articles are stored");
        }
    }

    private List<String> doubled(Map<String, String> wanted) throws SQLException {
        Evidence.Store found;
        try (Connection connection = fleet.postgres().connect()) {
            found = StoreReading.read(connection, "broadsheet");
        }
        return found.writes().stream()
                .filter(write -> wanted.containsKey(write.articleId()))
                .collect(Collectors.groupingBy(Found.Write::articleId, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(written -> written.getValue() > 1)
                .map(written ->
                        "%s was written %d times"
                                .formatted(wanted.get(written.getKey()), written.getValue()))
                .toList();
    }

    private List<String> open(List<String> ids) {
        Map<String, DeadLetterState> states = new HashMap<>();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var tail =
                new Tail(fleet.bootstrapServers(), List.of(Topics.DEAD_LETTER_STATUS.name()))) {
            tail.pollTo(tail.decided(), TIME_MAX, records);
        }
        records.forEach(record -> states.put(record.key(), decoder.state(record)));
        return ids.stream()
                .filter(id -> {
                    DeadLetterState state = states.getOrDefault(id, DeadLetterState.OPEN);
                    return state != DeadLetterState.REPLAYED && state != DeadLetterState.RESOLVED;
                })
                .map(id ->
                        "letter %s is %s"
                                .formatted(id, states.getOrDefault(id, DeadLetterState.OPEN)))
                .toList();
    }
}
