package io.broadsheet.enrich.step.images;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.enrich.step.body.Caption;
import io.broadsheet.enrich.step.body.InlineImage;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawImage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers the images of an article: a picture that is head image, thumbnail and first image of the
 * body at once is one image with three roles, and one check.
 */
public final class ImagesStep {

    /** More are not kept. */
    private static final int IMAGES_MAX = 200;

    /** Where ingest notes the URL that it found inside the URL of a known proxy. */
    private static final String PROXIED = "proxied-url";

    private static final String FIELD = "images";
    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";

    private final ImagesInput input;
    private final Map<String, Picture> pictures = new LinkedHashMap<>();
    private final Map<String, Picture> byUrl = new HashMap<>();
    private final Map<String, String> proxied = new HashMap<>();
    private final Set<String> secure;
    private final List<QualityFlag> flags = new ArrayList<>();

    private ImagesStep(ImagesInput input) {
        this.input = input;
        this.secure =
                Stream.concat(
                                input.named().stream().map(RawImage::getUrl),
                                input.inline().stream().map(InlineImage::url))
                        .map(String::strip)
                        .filter(url -> url.startsWith(HTTPS))
                        .collect(Collectors.toSet());
    }

    /** The images, as they are before any check. */
    public static Images gather(ImagesInput input) {
        var step = new ImagesStep(input);
        step.mentionAll();
        return step.images();
    }

    private void mentionAll() {
        input.named().forEach(this::noteProxy);
        input.named().stream().filter(i -> i.getRole() != ImageRole.INLINE).forEach(this::mention);
        input.inline().forEach(this::mention);
        input.named().stream()
                .filter(i -> i.getRole() == ImageRole.INLINE)
                .filter(_ -> input.bodyIsFragment())
                .filter(i -> !UrlShape.isData(i.getUrl()))
                .forEach(this::mention);
    }

    private void noteProxy(RawImage image) {
        String inner = image.getAttributes().get(PROXIED);
        if (inner != null) {
            proxied.put(image.getUrl(), inner);
        }
    }

    private void mention(RawImage image) {
        Optional<String> alt =
                Optional.ofNullable(image.getAlt()).map(String::strip).filter(a -> !a.isEmpty());
        mention(image.getUrl(), image.getRole(), alt, DeclaredCaption.of(image));
    }

    private void mention(InlineImage image) {
        mention(image.url(), ImageRole.INLINE, image.alt(), image.caption());
    }

    private void mention(
            String url, ImageRole role, Optional<String> alt, Optional<Caption> caption) {
        if (url.isBlank()) {
            return;
        }
        Picture picture = byUrl.computeIfAbsent(secured(url), this::pictureAt);
        String id = picture.id();
        if (pictures.containsKey(id) || pictures.size() < IMAGES_MAX) {
            pictures.computeIfAbsent(id, _ -> picture).mention(role, alt, caption);
        } else if (flags.isEmpty()) {
            flags.add(QualityCode.IMAGES_CUT.on(FIELD, "more than " + IMAGES_MAX));
        }
    }

    /** A page that names a picture over https as well names no second picture over http. */
    private String secured(String url) {
        String twin =
                url.strip().startsWith(HTTP) ? HTTPS + url.strip().substring(HTTP.length()) : url;
        return secure.contains(twin) ? twin : url;
    }

    private Picture pictureAt(String url) {
        return Picture.at(url, Optional.ofNullable(proxied.get(url)), input.base());
    }

    private Images images() {
        List<ArticleImage> images = new ArrayList<>();
        int checked = 0;
        for (Picture picture : pictures.values()) {
            images.add(picture.toImage(images.size(), checked < input.checkedMax()));
            checked += picture.isFit() ? 1 : 0;
            if (UrlShape.lacksExtensionDot(picture.checked())) {
                flags.add(QualityCode.IMAGE_URL_SUSPECT.on(FIELD, picture.checked()));
            }
        }
        if (images.stream().anyMatch(i -> i.getVerdict() == ImageVerdict.BUDGET_EXHAUSTED)) {
            String limit = "more than " + input.checkedMax();
            flags.add(QualityCode.IMAGE_BUDGET_EXCEEDED.on(FIELD, limit));
        }
        return new Images(List.copyOf(images), flags);
    }
}
