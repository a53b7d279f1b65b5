package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.BodyFormat;
import io.broadsheet.ingest.format.InlineImages;
import io.broadsheet.ingest.item.Draft;

import java.util.Optional;

/**
 * What of an item is its body and what its summary. Many feeds have the whole article where a
 * synopsis belongs: with markup in it, or over a thousand characters long, it is the body; and then
 * there is no summary.
 */
record BodyChoice(Optional<TextValue> body, Optional<TextValue> summary) {

    private static final int SYNOPSIS_CHARS_MAX = 1_000;

    static BodyChoice of(Optional<TextValue> body, Optional<TextValue> summary) {
        boolean isBody = summary.filter(BodyChoice::isBody).isPresent();
        return body.isEmpty() && isBody
                ? new BodyChoice(summary, Optional.empty())
                : new BodyChoice(body, summary);
    }

    private static boolean isBody(TextValue summary) {
        return summary.value().length() > SYNOPSIS_CHARS_MAX || summary.hasMarkup();
    }

    void accept(Draft draft) {
        summary.map(TextValue::value).ifPresent(draft.article()::setSummary);
        body.ifPresent(text -> accept(draft, text));
    }

    private static void accept(Draft draft, TextValue text) {
        draft.body(text.value(), text.mediaType());
        if (text.hasMarkup()) {
            InlineImages.of(text.value(), BodyFormat.HTML).forEach(draft::image);
        }
    }
}
