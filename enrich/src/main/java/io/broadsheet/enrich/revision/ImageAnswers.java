package io.broadsheet.enrich.revision;

import io.broadsheet.state.v1.ImageAnswer;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.UrlSuggestion;

import org.jspecify.annotations.Nullable;

/**
 * From the checker's report to what is remembered of it, and on into the article. Texts over a
 * bound are left out, so that an article that fitted a record with its images pending fits one with
 * its images checked.
 */
public final class ImageAnswers {

    private static final int URL_CHARS_MAX = 2_048;
    private static final int NAME_CHARS_MAX = 128;

    private ImageAnswers() {}

    /** What of the check goes into the article. */
    public static ImageAnswer of(ImageCheck check) {
        ImageAnswer.Builder answer =
                ImageAnswer.newBuilder()
                        .setImageId(check.getImageId())
                        .setOutcome(check.getOutcome().name())
                        .setVerdict(check.getVerdict().name())
                        .setEncodingFormat(bounded(check.getEncodingFormat(), NAME_CHARS_MAX))
                        .setWidth(check.getWidth())
                        .setHeight(check.getHeight())
                        .setContentSize(check.getContentSize())
                        .setCheckedAt(check.getCheckedAt());
        UrlSuggestion suggestion = check.getSuggestion();
        if (suggestion != null && fits(suggestion)) {
            answer.setSuggestedUrl(suggestion.getUrl())
                    .setSuggestedRule(suggestion.getRule())
                    .setSuggestedVerdict(suggestion.getVerdict().name());
        }
        return answer.build();
    }

    /** The image with the answer in it. */
    static ArticleImage fill(ArticleImage image, ImageAnswer answer) {
        return ArticleImage.newBuilder(image)
                .setOutcome(ImageOutcome.valueOf(answer.getOutcome()))
                .setVerdict(ImageVerdict.valueOf(answer.getVerdict()))
                .setEncodingFormat(answer.getEncodingFormat())
                .setWidth(answer.getWidth())
                .setHeight(answer.getHeight())
                .setContentSize(answer.getContentSize())
                .setCheckedAt(answer.getCheckedAt())
                .setSuggestion(suggestion(answer))
                .build();
    }

    /** The image with what is known of it in another version. */
    static ArticleImage copy(ArticleImage known, ArticleImage image) {
        return ArticleImage.newBuilder(image)
                .setOutcome(known.getOutcome())
                .setVerdict(known.getVerdict())
                .setEncodingFormat(known.getEncodingFormat())
                .setWidth(known.getWidth())
                .setHeight(known.getHeight())
                .setContentSize(known.getContentSize())
                .setCheckedAt(known.getCheckedAt())
                .setSuggestion(known.getSuggestion())
                .build();
    }

    private static @Nullable UrlSuggestion suggestion(ImageAnswer answer) {
        String url = answer.getSuggestedUrl();
        String rule = answer.getSuggestedRule();
        String verdict = answer.getSuggestedVerdict();
        return url == null || rule == null || verdict == null
                ? null
                : new UrlSuggestion(url, rule, ImageVerdict.valueOf(verdict));
    }

    private static boolean fits(UrlSuggestion suggestion) {
        return suggestion.getUrl().length() <= URL_CHARS_MAX
                && suggestion.getRule().length() <= NAME_CHARS_MAX;
    }

    private static @Nullable String bounded(@Nullable String text, int charsMax) {
        return text == null || text.length() > charsMax ? null : text;
    }
}
