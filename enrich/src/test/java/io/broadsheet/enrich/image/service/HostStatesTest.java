package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.image.check.HostLore;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.HostState;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.RefererMode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is remembered about hosts, and what of it is written down. */
class HostStatesTest {

    static {
        ContractClasses.trust();
    }

    private static final Instant NOW = Instant.parse("2026-03-13T00:00:00Z");
    private static final String SITE = "example.com";
    private static final CheckedHost HOST = new CheckedHost(SITE, "img.example.com");
    private static final HostLore LORE =
            new HostLore(Optional.of(RefererMode.ARTICLE_URL), Optional.of(true), Optional.empty());

    private final List<HostState> written = new ArrayList<>();
    private final HostStates states = new HostStates(SITE::equals, written::add);

    @Test
    void whoSaysForHowLongIsLeftAloneForThatAndATenthMoreAtMost() {
        states.press(SITE, Optional.of(Duration.ofSeconds(100)), NOW);

        assertThat(states.blocked(SITE, NOW).orElseThrow())
                .isBetween(NOW.plusSeconds(100), NOW.plusSeconds(110));
        assertThat(states.blocked(SITE, NOW.plusSeconds(111))).isEmpty();
        assertThat(states.blocked("other.example", NOW)).isEmpty();
        assertThat(states.blocked(NOW)).isOne();
    }

    @Test
    void whoDoesNotSayIsLeftAloneTwiceAsLongEachTimeUpToAnHour() {
        Instant now = NOW;
        for (int seconds : new int[] {30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600}) {
            states.press(SITE, Optional.empty(), now);
            Instant until = states.blocked(SITE, now).orElseThrow();

            assertThat(Duration.between(now, until))
                    .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds * 11 / 10));
            now = until;
        }
        states.relieve(SITE, now);
        states.press(SITE, Optional.empty(), now);
        assertThat(states.blocked(SITE, now).orElseThrow()).isBefore(now.plusSeconds(34));
    }

    @Test
    void aShorterWishDoesNotEndALongerOne() {
        states.press(SITE, Optional.of(Duration.ofHours(1)), NOW);
        states.press(SITE, Optional.of(Duration.ofSeconds(1)), NOW);

        assertThat(states.blocked(SITE, NOW.plusSeconds(3_000))).isPresent();
    }

    @Test
    void namesOfAHostAreKnownEachByItselfForSevenDays() {
        states.learn(HOST, HostLore.NONE, LORE, NOW);

        assertThat(states.lore(SITE, HOST.name(), NOW)).isEqualTo(LORE);
        assertThat(states.lore(SITE, "www.example.com", NOW)).isEqualTo(HostLore.NONE);
        assertThat(states.lore(SITE, HOST.name(), NOW.plus(Duration.ofDays(7))))
                .isEqualTo(HostLore.NONE);
    }

    @Test
    void onlyChangesAreWritten() {
        states.learn(HOST, HostLore.NONE, LORE, NOW);
        states.learn(HOST, LORE, LORE, NOW);
        states.relieve(SITE, NOW);
        states.addPlaceholder(SITE, "sha256:1", NOW);
        states.addPlaceholder(SITE, "sha256:1", NOW);

        assertThat(written).hasSize(2);
        assertThat(written.getLast().getNames()).hasSize(1);
        assertThat(written.getLast().getPlaceholderDigests()).containsExactly("sha256:1");
        assertThat(written.getLast().getChangedAt()).isEqualTo(NOW);
    }

    @Test
    void whatOthersWriteIsLearnedExceptAboutWhatIsOurs() {
        states.press(SITE, Optional.of(Duration.ofSeconds(100)), NOW);
        states.learn(HostState.newBuilder().setHost(SITE).build());
        states.learn(
                HostState.newBuilder()
                        .setHost("other.example")
                        .setBlockedUntil(NOW.plusSeconds(5))
                        .build());

        assertThat(states.blocked(SITE, NOW)).isPresent();
        assertThat(states.blocked("other.example", NOW)).contains(NOW.plusSeconds(5));
    }

    @Test
    void whatIsNotOursIsNotWritten() {
        states.press("other.example", Optional.empty(), NOW);

        assertThat(written).isEmpty();
    }

    @Test
    void noHostTakesRoomWithoutEnd() {
        for (int i = 0; i < 100; i++) {
            states.learn(new CheckedHost(SITE, i + ".example.com"), HostLore.NONE, LORE, NOW);
            states.addPlaceholder(SITE, "sha256:" + i, NOW);
        }

        assertThat(written.getLast().getNames()).hasSize(32);
        assertThat(written.getLast().getPlaceholderDigests()).hasSize(32).endsWith("sha256:99");
    }

    @Test
    void aPlaceholderIsKnownByItsFirstUrlOnceAnotherInstanceHasFoundItOut() {
        var one = new Placeholders(states);
        for (int i = 1; i <= 5; i++) {
            assertThat(one.count(check(i))).hasSize(i < 5 ? 0 : 5);
        }
        var others = new HostStates(_ -> false, _ -> {});
        others.learn(written.getLast());

        assertThat(new Placeholders(others).count(check(6))).containsExactly("6");
    }

    private static ImageCheck check(int image) {
        return ImageCheck.newBuilder()
                .setImageId(Integer.toString(image))
                .setUrl("https://img.example.com/" + image + ".png")
                .setVerdict(ImageVerdict.OK)
                .setOutcome(ImageOutcome.USABLE)
                .setContentDigest("sha256:same")
                .setCheckedAt(NOW)
                .setExpiresAt(NOW)
                .setCheckerVersion("test")
                .build();
    }
}
