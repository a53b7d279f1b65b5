package io.broadsheet.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

/** Requests of the tests, and what is expected of their results. */
final class Fetches {

    static final FetchLimits LIMITS =
            new FetchLimits(100_000, 1_000, 3, Duration.ofSeconds(2), Duration.ofSeconds(5));

    static final EgressPolicy POLICY =
            EgressPolicy.allowingPrivateAddresses().withProxySettingsIgnored();

    private Fetches() {}

    static FetchRequest of(String url) {
        return of(url, LIMITS);
    }

    static FetchRequest of(String url, FetchLimits limits) {
        return new FetchRequest(url, Optional.empty(), "image/*", limits);
    }

    static FetchLimits inTotal(Duration total) {
        return new FetchLimits(100_000, 1_000, 3, Duration.ofSeconds(2), total);
    }

    static FetchResult.Answered answered(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Answered.class);
        return (FetchResult.Answered) result;
    }

    static void assertFailed(FetchResult result, FetchFailure expected) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchResult.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(expected));
    }

    static void assertRefused(FetchResult result, RefusalCode expected) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(expected));
    }
}
