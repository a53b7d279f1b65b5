package io.broadsheet.enrich.step.images;

import io.broadsheet.enrich.step.body.BodyStep;
import io.broadsheet.enrich.step.body.Caption;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.RawImage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a source says of an image beside the body: Media RSS and linked data do. */
final class DeclaredCaption {

    private static final List<String> CAPTIONS = List.of("media:description", "media:text");
    private static final List<String> CREDITS = List.of("media:credit", "creditText");

    private DeclaredCaption() {}

    /** Caption and credit, if there is either. */
    static Optional<Caption> of(RawImage image) {
        Optional<String> caption = first(CAPTIONS, image.getAttributes()).map(BodyStep::textOf);
        Optional<String> credit = first(CREDITS, image.getAttributes());
        return caption.isEmpty() && credit.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caption(caption.orElse(""), Basis.DECLARED, credit));
    }

    private static Optional<String> first(List<String> names, Map<String, String> attributes) {
        return names.stream()
                .map(name -> attributes.getOrDefault(name, "").strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
