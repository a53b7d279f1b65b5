package io.broadsheet.enrich.image.verdict;

import io.broadsheet.enrich.image.inspect.ImageInspector;
import io.broadsheet.enrich.image.inspect.Inspection;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.fetch.BodyEnd;
import io.broadsheet.web.fetch.FetchFailure;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.FetchResult.Answered;
import io.broadsheet.web.fetch.RefusalCode;

import java.util.Optional;

/** Finds the verdict of one fetch: the first that applies, in the order of CONTRACT section 5. */
public final class Judge {

    private final PictureVerdict pictures;

    /**
     * @param rules what makes a picture usable
     */
    public Judge(ImageRules rules) {
        this.pictures = new PictureVerdict(rules);
    }

    /**
     * The verdict of one fetch by itself: OK where everything is right; what only other fetches can
     * tell (https, Referer) is not in it. Never throws.
     */
    public Judgement judge(FetchResult result) {
        return switch (result) {
            case FetchResult.Refused(var code, var detail, _) ->
                    Judgement.of(new Finding(refused(code), code + ": " + detail));
            case FetchResult.Failed(var failure, var detail, _) ->
                    Judgement.of(new Finding(failed(failure), detail));
            case Answered answer ->
                    StatusVerdict.of(answer)
                            .or(() -> incomplete(answer))
                            .map(Judgement::of)
                            .orElseGet(() -> inspected(answer));
        };
    }

    private static ImageVerdict refused(RefusalCode code) {
        return switch (code) {
            case URL_MALFORMED -> ImageVerdict.MALFORMED_URL;
            case URL_SCHEME -> ImageVerdict.UNSUPPORTED_SCHEME;
            // An unusual spelling of an address is how one is smuggled past a look at the text.
            case URL_BAD_HOST, URL_BLOCKED_HOST, URL_BLOCKED_ADDRESS ->
                    ImageVerdict.BLOCKED_ADDRESS;
            case URL_USERINFO,
                    URL_TOO_LONG,
                    URL_BLOCKED_PORT,
                    REDIRECT_DOWNGRADE,
                    REDIRECT_UNWANTED ->
                    ImageVerdict.EXCLUDED;
        };
    }

    private static ImageVerdict failed(FetchFailure failure) {
        return switch (failure) {
            case DNS -> ImageVerdict.DNS_FAILURE;
            // What does not speak HTTP cannot be had over HTTP, like what does not listen.
            case CONNECTION, PROTOCOL -> ImageVerdict.CONNECTION_FAILED;
            case TLS -> ImageVerdict.TLS_FAILURE;
            case TIMEOUT -> ImageVerdict.TIMEOUT;
            case REDIRECTS -> ImageVerdict.TOO_MANY_REDIRECTS;
        };
    }

    private static Optional<Finding> incomplete(Answered answer) {
        FetchResult.Body body = answer.body();
        return switch (body.end()) {
            case COMPLETE ->
                    body.bytesRead() == 0
                            ? Optional.of(Finding.of(ImageVerdict.EMPTY_BODY))
                            : Optional.empty();
            case CUT_BY_PEER ->
                    found(
                            ImageVerdict.TRUNCATED,
                            "%d bytes of %s"
                                    .formatted(
                                            body.bytesRead(),
                                            answer.header("content-length").orElse("unknown")));
            // The last two happen only to those who ask for packed bytes.
            case OVER_LIMIT, OVER_RATIO, UNDECODABLE ->
                    found(
                            ImageVerdict.TOO_LARGE_BYTES,
                            "more than %d bytes".formatted(body.bytesRead()));
        };
    }

    private Judgement inspected(Answered answer) {
        Content content = Content.of(answer);
        Inspection inspection = ImageInspector.inspect(content.kept(), content.length());
        return new Judgement(pictures.of(answer, content, inspection), Optional.of(inspection));
    }

    private static Optional<Finding> found(ImageVerdict verdict, String detail) {
        return Optional.of(new Finding(verdict, detail));
    }

    /** Whether all bytes of the body were read, so that its digest is that of the picture. */
    public static boolean wasReadWhole(Answered answer) {
        return answer.body().end() == BodyEnd.COMPLETE && answer.body().bytesRead() > 0;
    }
}
