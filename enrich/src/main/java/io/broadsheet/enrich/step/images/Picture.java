package io.broadsheet.enrich.step.images;

import io.broadsheet.enrich.image.ImageId;
import io.broadsheet.enrich.step.body.Caption;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.url.NormalizedUrl;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One image of an article while it is gathered from the places that name it. */
final class Picture {

    /** What is no web URL is kept only so far as it helps to recognise it. */
    private static final int UNFIT_CHARS_MAX = 256;

    private final String url;
    private final @Nullable String contentUrl;
    private final Optional<NormalizedUrl> normalized;
    private final String id;
    private final Set<ImageRole> roles = EnumSet.noneOf(ImageRole.class);
    private Optional<String> alt = Optional.empty();
    private Optional<Caption> caption = Optional.empty();
    private Optional<String> credit = Optional.empty();

    private Picture(String url, @Nullable String contentUrl) {
        this.url = url;
        this.contentUrl = contentUrl;
        this.normalized =
                checked().regionMatches(true, 0, "http", 0, "http".length())
                        ? NormalizedUrl.ofResource(checked())
                        : Optional.empty();
        this.id = ImageId.of(normalized, checked());
    }

    /**
     * The picture at a URL.
     *
     * @param written as the source wrote it
     * @param proxied the URL inside it, if it is that of a known proxy
     * @param base what it is relative to, if that is known
     */
    static Picture at(String written, Optional<String> proxied, Optional<String> base) {
        return new Picture(
                absolute(written.strip(), base),
                proxied.map(inner -> absolute(inner.strip(), base)).orElse(null));
    }

    private static String absolute(String url, Optional<String> base) {
        // Without a page, a URL that starts with // can only mean https today.
        String page = base.orElse(url.startsWith("//") ? "https://unknown.invalid/" : "");
        return isAbsolute(url) ? url : NormalizedUrl.resolve(page, url).orElse(url);
    }

    private static boolean isAbsolute(String url) {
        return UrlShape.hasForeignScheme(url)
                || url.regionMatches(true, 0, "http://", 0, "http://".length())
                || url.regionMatches(true, 0, "https://", 0, "https://".length());
    }

    /** By which two mentions are one picture. */
    String id() {
        return id;
    }

    /** What a check would fetch. */
    String checked() {
        return contentUrl == null ? url : contentUrl;
    }

    /** Adds what another mention of it says; the first caption and the first alt stay. */
    void mention(ImageRole role, Optional<String> itsAlt, Optional<Caption> itsCaption) {
        roles.add(role);
        alt = alt.or(() -> itsAlt);
        caption = caption.or(() -> itsCaption.filter(given -> !given.text().isEmpty()));
        credit = credit.or(() -> itsCaption.flatMap(Caption::credit));
    }

    /** As it is before any check. */
    ArticleImage toImage(int position, boolean mayBeChecked) {
        ImageVerdict verdict = verdict(mayBeChecked);
        return ArticleImage.newBuilder()
                .setImageId(id())
                .setUrl(isFit() ? url : SafeText.cut(url, UNFIT_CHARS_MAX))
                .setContentUrl(contentUrl)
                .setRoles(java.util.List.copyOf(roles))
                .setPosition(position)
                .setCaption(caption.map(Caption::text).orElse(null))
                .setCaptionBasis(caption.map(Caption::basis).orElse(Basis.UNKNOWN))
                .setAlternateName(alt.orElse(null))
                .setCreditText(credit.orElse(null))
                .setVerdict(verdict)
                .setOutcome(outcome(verdict))
                .build();
    }

    /** Whether a request for it could be made. */
    boolean isFit() {
        return normalized.isPresent();
    }

    private ImageVerdict verdict(boolean mayBeChecked) {
        if (isFit()) {
            return mayBeChecked ? ImageVerdict.PENDING : ImageVerdict.BUDGET_EXHAUSTED;
        }
        if (UrlShape.isData(url)) {
            return ImageVerdict.INLINE_DATA;
        }
        return UrlShape.hasForeignScheme(url)
                ? ImageVerdict.UNSUPPORTED_SCHEME
                : ImageVerdict.MALFORMED_URL;
    }

    private static ImageOutcome outcome(ImageVerdict verdict) {
        if (verdict == ImageVerdict.UNSUPPORTED_SCHEME) {
            return ImageOutcome.REFUSED;
        }
        return verdict == ImageVerdict.MALFORMED_URL
                ? ImageOutcome.UNUSABLE
                : ImageOutcome.UNCHECKED;
    }
}
