package io.broadsheet.enrich.image.verdict;

import io.broadsheet.enrich.image.inspect.ImageFormat;
import io.broadsheet.enrich.image.inspect.Inspection;
import io.broadsheet.enrich.image.inspect.Picture;
import io.broadsheet.enrich.image.inspect.PixelSize;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.fetch.FetchResult.Answered;

import java.util.Optional;

/** What the bytes of a complete body say. */
final class PictureVerdict {

    private static final int BEACON_SIDE_MAX = 3;

    private final ImageRules rules;

    PictureVerdict(ImageRules rules) {
        this.rules = rules;
    }

    Finding of(Answered answer, Content content, Inspection inspection) {
        return switch (inspection) {
            case Inspection.Truncated(_, var detail) -> new Finding(ImageVerdict.TRUNCATED, detail);
            case Inspection.NotAnImage(var seems) ->
                    new Finding(ImageVerdict.NOT_AN_IMAGE, "seems to be " + seems);
            case Inspection.Unsupported(var format) -> unsupported(format);
            case Inspection.Corrupt(var picture, var detail) ->
                    accepted(picture)
                            ? new Finding(ImageVerdict.CORRUPT, detail)
                            : unsupported(picture.format());
            case Inspection.Image(var picture) -> sound(answer, content, picture);
        };
    }

    private boolean accepted(Picture picture) {
        return rules.accepted().contains(picture.format());
    }

    private static Finding unsupported(ImageFormat format) {
        return new Finding(ImageVerdict.UNSUPPORTED_FORMAT, format.mediaType());
    }

    private Finding sound(Answered answer, Content content, Picture picture) {
        if (!accepted(picture)) {
            return unsupported(picture.format());
        }
        return oversized(picture)
                .or(() -> beacon(answer, content, picture))
                .or(() -> refusalImage(answer))
                .or(() -> small(picture))
                .or(() -> mismatch(answer, picture))
                .orElseGet(() -> Finding.of(ImageVerdict.OK));
    }

    private Optional<Finding> oversized(Picture picture) {
        return picture.pixelsOfAllFrames() > rules.pixelsMax()
                ? found(ImageVerdict.TOO_LARGE_PIXELS, size(picture))
                : Optional.empty();
    }

    private static Optional<Finding> beacon(Answered answer, Content content, Picture picture) {
        Optional<PixelSize> size = picture.size();
        if (size.filter(it -> fits(it, BEACON_SIDE_MAX)).isPresent()) {
            return found(ImageVerdict.TRACKING_PIXEL, size(picture));
        }
        if (Beacons.isBeacon(answer.finalUrl())) {
            return found(ImageVerdict.TRACKING_PIXEL, "a known beacon");
        }
        return size.filter(it -> fits(it, Transparency.SIDE_MAX)).isPresent()
                        && Transparency.isTotal(content, picture.format())
                ? found(ImageVerdict.TRACKING_PIXEL, "transparent, " + size(picture))
                : Optional.empty();
    }

    private Optional<Finding> refusalImage(Answered answer) {
        return rules.refusalDigests().contains(answer.body().digest())
                ? found(ImageVerdict.PLACEHOLDER, "a listed refusal image")
                : Optional.empty();
    }

    private Optional<Finding> small(Picture picture) {
        return picture.size()
                .filter(it -> Math.min(it.width(), it.height()) < rules.leadSideMin())
                .flatMap(_ -> found(ImageVerdict.TOO_SMALL, size(picture)));
    }

    private static Optional<Finding> mismatch(Answered answer, Picture picture) {
        return DeclaredType.disagreement(answer, picture.format())
                .flatMap(detail -> found(ImageVerdict.OK_TYPE_MISMATCH, detail));
    }

    private static boolean fits(PixelSize size, int sideMax) {
        return size.width() <= sideMax && size.height() <= sideMax;
    }

    private static String size(Picture picture) {
        String frames = picture.animated() ? ", " + picture.frames() + " frames" : "";
        return picture.size().map(it -> it.width() + "x" + it.height() + frames).orElse("");
    }

    private static Optional<Finding> found(ImageVerdict verdict, String detail) {
        return Optional.of(new Finding(verdict, detail));
    }
}
