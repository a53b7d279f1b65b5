package io.broadsheet.syndicate.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.syndicate.Articles;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The memory of streams: bounded, and honest about what it no longer has. */
class WindowTest {

    private final Window window = new Window(3, 1_000);

    @Test
    void whoWasOvertakenIsToldSo() throws InterruptedException {
        Window.Place start = window.atEnd();
        append(0, 0, 1);
        assertThat(offsets(start.next())).containsExactly(0L);
        append(0, 1, 1);
        append(0, 2, 1);
        append(0, 3, 1);

        assertThat(window.read(start.next(), Duration.ZERO)).isEmpty();
        assertThat(offsets(start.next() + 1)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void itHoldsNoMoreBytesThanItMayButTheNewestAlways() {
        append(0, 0, 600);
        append(0, 1, 600);
        assertThat(window.size()).isEqualTo(1);
        append(0, 2, 5_000);
        assertThat(window.size()).isEqualTo(1);
    }

    @Test
    void aReaderFromElsewhereFindsHisPlaceBehindWhatHeHasRead() {
        append(0, 0, 1);
        append(1, 0, 1);
        append(0, 1, 1);
        append(1, 1, 1); // forgets 0@0

        Positions all = Positions.none().with(0, 2).with(1, 2);
        assertThat(window.from(all)).contains(new Window.Place(4, all));
        Positions some = Positions.none().with(0, 1).with(1, 1);
        assertThat(window.from(some)).contains(new Window.Place(2, some));
        assertThat(window.from(Positions.none().with(0, 0).with(1, 2))).isEmpty();
    }

    @Test
    void aReaderWhoWaitsIsWokenByTheEnd() throws InterruptedException {
        Thread.ofVirtual().start(window::close);
        assertThat(window.read(0, Duration.ofMinutes(5))).contains(List.of());
        assertThat(window.isClosed()).isTrue();
    }

    @Test
    void anIdIsTheOffsetsAndNothingElse() {
        Positions positions = Positions.none().with(0, 40).with(2, 1_000_000);
        assertThat(positions.text('e')).isEqualTo("e14.0.lfls");
        assertThat(Positions.parse('e', "e14.0.lfls")).contains(positions);
        for (String bad :
                List.of("", "e", "r14", "e1..2", "e1.", "e-1", "eZ", "e1 ", "e".repeat(99))) {
            assertThat(Positions.parse('e', bad)).as(bad).isEmpty();
        }
        assertThat(Positions.parse('e', "e" + "1.".repeat(1_000) + "1")).isEmpty();
    }

    private List<Long> offsets(long next) throws InterruptedException {
        return window.read(next, Duration.ZERO).orElseThrow().stream()
                .map(entry -> entry.mark().offset())
                .toList();
    }

    private void append(int partition, long offset, int bytes) {
        var mark = new Entry.Mark(partition, offset, Articles.id(1), Instant.EPOCH);
        window.append(new Entry(mark, Articles.article(1).build(), bytes));
    }
}
