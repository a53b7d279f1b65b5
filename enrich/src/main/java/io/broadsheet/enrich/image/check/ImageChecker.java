package io.broadsheet.enrich.image.check;

import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.enrich.image.verdict.Recheck;
import io.broadsheet.enrich.image.verdict.RetryAfter;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.UrlSuggestion;
import io.broadsheet.web.url.NormalizedUrl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks one image: what comes when its URL is asked for, and whether that can be shown. The URL is
 * asked for as it is first; what it may have been meant to be is asked for only where it leads to
 * no image, and is reported as a suggestion, never put in its place.
 *
 * <p>Keeps nothing; safe for any number of threads.
 */
public final class ImageChecker {

    static {
        ContractClasses.trust();
    }

    /** A scheme with a dot in it is a host whose port comes next. */
    private static final Pattern FOREIGN_SCHEME =
            Pattern.compile("(?i)(?!https?:)[a-z][a-z0-9+-]*:.*", Pattern.DOTALL);

    private final CheckRules rules;
    private final InstantSource clock;
    private final String version;

    /**
     * @param version what made the reports
     */
    public ImageChecker(CheckRules rules, InstantSource clock, String version) {
        this.rules = rules;
        this.clock = clock;
        this.version = version;
    }

    /**
     * Checks an image. Nothing the world does is an exception.
     *
     * @param fetching used for each request, from this thread only
     * @param lore what is known about the host of the image
     */
    public Checked check(CheckTarget target, Fetching fetching, HostLore lore) {
        var run = new CheckRun(target, fetching, rules, lore);
        String url = target.url().strip();
        if (InlineData.isData(url)) {
            return done(Report.of(target, InlineData.of(url), clock.instant()), run);
        }
        return NormalizedUrl.resolve(target.articleUrl().orElse(""), url)
                .map(absolute -> checked(target, absolute, run))
                .orElseGet(() -> done(unaskable(target, run), run));
    }

    /** A check that nobody made, for a reason of ours. */
    public ImageCheck unmade(CheckTarget target, Finding reason) {
        return Report.of(target, reason, clock.instant()).setCheckerVersion(version).build();
    }

    /** A sound picture that other checks have shown to be no picture of anything. */
    public ImageCheck overruled(ImageCheck check, Finding finding) {
        Instant now = check.getCheckedAt();
        var target = new CheckTarget(check.getImageId(), check.getUrl(), Optional.empty());
        ImageCheck verdict = unmade(target, finding);
        return ImageCheck.newBuilder(check)
                .setVerdict(verdict.getVerdict())
                .setOutcome(verdict.getOutcome())
                .setDetail(verdict.getDetail())
                .setConclusive(verdict.getConclusive())
                .setConsecutiveFailures(verdict.getConsecutiveFailures())
                .setFirstFailedAt(verdict.getFirstFailedAt())
                .setExpiresAt(now.plus(Recheck.after(finding.verdict(), 1, false)))
                .build();
    }

    private ImageCheck.Builder unaskable(CheckTarget target, CheckRun run) {
        ImageVerdict verdict =
                FOREIGN_SCHEME.matcher(target.url().strip()).matches()
                        ? ImageVerdict.UNSUPPORTED_SCHEME
                        : ImageVerdict.MALFORMED_URL;
        Optional<UrlSuggestion> suggestion = suggestion(verdict, run);
        return Report.of(target, Finding.of(verdict), clock.instant())
                .setSuggestion(suggestion.orElse(null));
    }

    /** Why the operator does not want a URL asked for, if that is so. */
    public Optional<Finding> exclusion(String url) {
        return rules.excluded().include(url)
                ? Optional.of(new Finding(ImageVerdict.EXCLUDED, "excluded by the operator"))
                : Optional.empty();
    }

    private Checked checked(CheckTarget target, String url, CheckRun run) {
        return exclusion(url)
                .map(why -> done(Report.of(target, why, clock.instant()), run))
                .orElseGet(() -> fetched(target, url, run));
    }

    private Checked fetched(CheckTarget target, String url, CheckRun run) {
        Shot shot = run.image(url);
        Finding finding = run.conditions(shot);
        Optional<UrlSuggestion> suggestion = suggestion(finding.verdict(), run);
        ImageCheck.Builder report =
                Report.of(target, shot, finding, clock.instant())
                        .setSuggestion(suggestion.orElse(null));
        return new Checked(
                finished(report, run),
                shot.verdict() == ImageVerdict.RATE_LIMITED ? retryAfter(shot) : Optional.empty(),
                run.lore());
    }

    private static Optional<UrlSuggestion> suggestion(ImageVerdict verdict, CheckRun run) {
        return switch (verdict) {
            case NOT_FOUND, GONE, NOT_AN_IMAGE, MALFORMED_URL -> run.suggestion();
            default -> Optional.empty();
        };
    }

    private Optional<Duration> retryAfter(Shot shot) {
        return shot.answer()
                .flatMap(it -> it.header("retry-after"))
                .flatMap(value -> RetryAfter.of(value, clock.instant()));
    }

    private Checked done(ImageCheck.Builder report, CheckRun run) {
        return new Checked(finished(report, run), Optional.empty(), run.lore());
    }

    private ImageCheck finished(ImageCheck.Builder report, CheckRun run) {
        return report.setAttempts(List.copyOf(run.attempts())).setCheckerVersion(version).build();
    }
}
