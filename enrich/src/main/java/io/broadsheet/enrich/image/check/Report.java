package io.broadsheet.enrich.image.check;

import io.broadsheet.enrich.image.inspect.Inspection;
import io.broadsheet.enrich.image.inspect.Picture;
import io.broadsheet.enrich.image.inspect.PixelSize;
import io.broadsheet.enrich.image.verdict.DeclaredType;
import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.enrich.image.verdict.Judge;
import io.broadsheet.enrich.image.verdict.Outcomes;
import io.broadsheet.enrich.image.verdict.Recheck;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.RefererMode;
import io.broadsheet.web.fetch.FetchResult.Answered;
import io.broadsheet.web.fetch.Hop;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Writes down what a check found, every text bounded, so that each report fits its record. */
final class Report {

    private static final int URL_CHARS_MAX = 2_048;
    private static final int DETAIL_CHARS_MAX = 512;
    private static final int HEADER_CHARS_MAX = 256;
    private static final int SIDEWAYS_MIN = 5;
    private static final int DIGITS_MAX = 18;

    private final ImageCheck.Builder check;

    private Report(CheckTarget target, Finding finding, Instant exactly) {
        Instant now = exactly.truncatedTo(ChronoUnit.MILLIS);
        String detail = SafeText.escapeControls(finding.detail());
        this.check =
                ImageCheck.newBuilder()
                        .setImageId(target.imageId())
                        .setUrl(SafeText.cut(target.url(), URL_CHARS_MAX))
                        .setVerdict(finding.verdict())
                        .setOutcome(Outcomes.of(finding.verdict()))
                        .setDetail(detail.isEmpty() ? null : SafeText.cut(detail, DETAIL_CHARS_MAX))
                        .setUrlExtension(DeclaredType.ofUrl(target.url()).orElse(null))
                        .setCheckedAt(now)
                        .setExpiresAt(now.plus(Recheck.after(finding.verdict(), 1, false)));
        mark(finding.verdict(), now);
    }

    /** A check that took no request. */
    static ImageCheck.Builder of(CheckTarget target, Finding finding, Instant now) {
        return new Report(target, finding, now).check;
    }

    /** A picture that is in the URL itself. */
    static ImageCheck.Builder of(CheckTarget target, Optional<InlineData> data, Instant now) {
        String detail = data.isPresent() ? "" : "it cannot be decoded";
        var report = new Report(target, new Finding(ImageVerdict.INLINE_DATA, detail), now);
        data.ifPresent(report::inline);
        return report.check;
    }

    /** A check by the fetch that decided. */
    static ImageCheck.Builder of(CheckTarget target, Shot shot, Finding finding, Instant now) {
        var report = new Report(target, finding, now);
        shot.answer().ifPresent(report::answered);
        shot.judgement().inspection().flatMap(Inspection::header).ifPresent(report::picture);
        report.check.setWorkingReferer(shot.isUsable() ? shot.referer() : RefererMode.UNKNOWN);
        if (finding.verdict() == ImageVerdict.OK) {
            Optional<String> cacheControl = shot.answer().flatMap(it -> it.header("cache-control"));
            report.check.setExpiresAt(now.plus(Recheck.afterOk(cacheControl)));
        }
        return report.check;
    }

    /** As for a first check; reports before it may tell otherwise, see {@link CheckHistory}. */
    private void mark(ImageVerdict verdict, Instant now) {
        boolean failed = CheckHistory.isFailure(verdict);
        boolean unasked = Outcomes.of(verdict) == ImageOutcome.UNCHECKED;
        check.setConclusive(!failed && !unasked)
                .setConsecutiveFailures(failed ? 1 : 0)
                .setFirstFailedAt(failed ? now : null);
    }

    private void inline(InlineData data) {
        check.setDeclaredType(data.declaredType().orElse(null)).setContentSize((long) data.size());
        data.inspection().header().ifPresent(this::picture);
    }

    private void answered(Answered answer) {
        check.setFinalUrl(SafeText.cut(answer.finalUrl(), URL_CHARS_MAX))
                .setPermanentRedirect(isMovedForGood(answer.hops()))
                .setHttpStatus(answer.status())
                .setDeclaredType(DeclaredType.ofHeader(answer).orElse(null))
                .setEtag(header(answer, "etag"))
                .setLastModified(header(answer, "last-modified"));
        if (Judge.wasReadWhole(answer)) {
            check.setContentSize(answer.body().bytesRead())
                    .setContentDigest(answer.body().digest());
        } else {
            check.setContentSize(declaredLength(answer));
        }
    }

    private void picture(Picture picture) {
        check.setEncodingFormat(picture.format().mediaType()).setFrames(picture.frames());
        picture.size().ifPresent(size -> size(size, picture.orientation()));
    }

    /** As it is shown: browsers turn a picture as its EXIF data says. */
    private void size(PixelSize size, int orientation) {
        boolean sideways = orientation >= SIDEWAYS_MIN;
        check.setWidth(sideways ? size.height() : size.width())
                .setHeight(sideways ? size.width() : size.height());
    }

    private static boolean isMovedForGood(List<Hop> hops) {
        return hops.size() > 1
                && hops.subList(0, hops.size() - 1).stream()
                        .mapToInt(hop -> hop.status().orElse(0))
                        .allMatch(status -> status == 301 || status == 308);
    }

    private static @Nullable String header(Answered answer, String name) {
        return answer.header(name)
                .filter(value -> value.length() <= HEADER_CHARS_MAX)
                .map(SafeText::escapeControls)
                .orElse(null);
    }

    private static @Nullable Long declaredLength(Answered answer) {
        return answer.header("content-length")
                .filter(it -> !it.isEmpty() && it.length() <= DIGITS_MAX)
                .filter(it -> it.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Long::valueOf)
                .orElse(null);
    }
}
