package io.broadsheet.enrich.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Who meets whom. */
class SketchIndexTest {

    private static final Duration WINDOW = Duration.ofDays(14);

    private final HeapBuckets buckets = new HeapBuckets();
    private final SketchIndex index = new SketchIndex(buckets, 10_000, WINDOW);

    @Test
    void theLaterOneIsToldOfTheEarlierOneInWhateverOrderTheyCome() {
        Sketched elder = Sketched.of("x", "a", 0, null, Sketched.text(20, 1));
        Sketched younger = Sketched.of("b", "b", 1, null, Sketched.text(20, 1));

        for (List<Sketched> order : List.of(List.of(elder, younger), List.of(younger, elder))) {
            Set<Meeting> meetings = meetings(order);
            assertThat(meetings)
                    .isNotEmpty()
                    .allMatch(it -> it.elder().getArticleId().equals("x"))
                    .allMatch(it -> it.younger().getArticleId().equals("b"));
        }
    }

    @Test
    void ofTwoThatCameAtOnceTheSmallerIdIsThePrimary() {
        Sketched one = Sketched.of("b", "a", 0, null, Sketched.text(20, 1));
        Sketched other = Sketched.of("a", "b", 0, null, Sketched.text(20, 1));

        assertThat(meetings(List.of(one, other)))
                .isNotEmpty()
                .allMatch(it -> it.elder().getArticleId().equals("a"));
    }

    @Test
    void anArticleDoesNotMeetItself() {
        Sketched first = Sketched.of("a", "a", 0, null, Sketched.text(20, 1));
        Sketched next = Sketched.of("a", "a", 0, null, Sketched.text(21, 1));

        assertThat(meetings(List.of(first, next))).isEmpty();
    }

    @Test
    void thoseThatCameTooFarApartDoNotMeet() {
        Sketched first = Sketched.of("a", "a", 0, null, Sketched.text(20, 1));
        int minutes = (int) WINDOW.toMinutes();
        Sketched inTime = Sketched.of("b", "b", minutes, null, Sketched.text(20, 1));
        Sketched late = Sketched.of("c", "c", minutes + 1, null, Sketched.text(20, 1));

        assertThat(meetings(List.of(first, late))).isEmpty();
        assertThat(meetings(List.of(first, inTime))).isNotEmpty();
    }

    @Test
    void whatHundredsReprintTakesOneSlotForEachBand() {
        for (int i = 0; i < 300; i++) {
            int number = i;
            Sketched reprint = Sketched.of("id" + i, "s" + i, i, null, Sketched.text(20, 1));
            assertThat(meet(reprint))
                    .hasSize(i == 0 ? 0 : reprint.print().bands().size())
                    .allMatch(it -> number > 0 && it.elder().getArticleId().equals("id0"));
        }
        assertThat(buckets.size()).isEqualTo(4);
    }

    @Test
    void theIndexIsBoundedAndTheEldestGiveWay() {
        HeapBuckets few = new HeapBuckets();
        var small = new SketchIndex(few, 64, WINDOW);
        for (int i = 0; i < 200; i++) {
            Sketched article = Sketched.of("id" + i, "a", i, null, Sketched.text(20, i));
            article.print().bands().forEach(band -> small.meet(band, article.sketch()));
        }
        assertThat(few.size()).isEqualTo(64);
        Sketched last = Sketched.of("again", "b", 300, null, Sketched.text(20, 199));
        Sketched first = Sketched.of("lost", "b", 300, null, Sketched.text(20, 0));
        assertThat(small.meet(last.print().bands().getFirst(), last.sketch())).isNotEmpty();
        assertThat(small.meet(first.print().bands().getFirst(), first.sketch())).isEmpty();
    }

    @Test
    void theClustersAreTheSameInWhateverOrderTheArticlesCome() {
        List<Sketched> articles = new ArrayList<>();
        for (int family = 0; family < 40; family++) {
            String text = Sketched.text(20, family);
            for (int copy = 0; copy < 5; copy++) {
                String edited = text + Sketched.text(copy % 3, 1_000L + family * 10L + copy);
                String id = "f" + family + "-" + copy;
                articles.add(Sketched.of(id, "s" + copy, family + copy, null, edited));
            }
        }
        Set<Set<String>> expected = null;
        for (int run = 0; run < 10; run++) {
            Collections.shuffle(articles, new Random(run));
            Set<Set<String>> clusters = clusters(articles);
            expected = expected == null ? clusters : expected;
            assertThat(clusters).isEqualTo(expected);
        }
        assertThat(expected).hasSize(40).allMatch(cluster -> cluster.size() == 5);
    }

    /** As articles end that pass on what they are told. */
    private static Set<Set<String>> clusters(List<Sketched> articles) {
        Map<String, Set<String>> clusters = new HashMap<>();
        for (Meeting meeting : meetings(articles)) {
            Set<String> united = new TreeSet<>();
            for (var sketch : List.of(meeting.elder(), meeting.younger())) {
                String id = sketch.getArticleId();
                united.addAll(clusters.getOrDefault(id, Set.of(id)));
            }
            united.forEach(id -> clusters.put(id, united));
        }
        return new HashSet<>(clusters.values());
    }

    private static Set<Meeting> meetings(List<Sketched> articles) {
        var index = new SketchIndex(new HeapBuckets(), 100_000, WINDOW);
        Set<Meeting> meetings = new HashSet<>();
        for (Sketched article : articles) {
            for (long band : article.print().bands()) {
                meetings.addAll(index.meet(band, article.sketch()));
            }
        }
        return meetings;
    }

    private List<Meeting> meet(Sketched article) {
        return article.print().bands().stream()
                .flatMap(band -> index.meet(band, article.sketch()).stream())
                .toList();
    }
}
