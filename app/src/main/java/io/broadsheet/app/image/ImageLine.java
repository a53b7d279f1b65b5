package io.broadsheet.app.image;

import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.UrlSuggestion;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.StringJoiner;

/** A check in one line, for a person. */
public final class ImageLine {

    private static final int URL_CHARS_MAX = 200;

    private ImageLine() {}

    /** Verdict, outcome, what is known about the picture, which it is, and why. */
    public static String of(ImageCheck check) {
        var line = new StringBuilder();
        line.append("%-19s  %-20s  ".formatted(check.getVerdict(), check.getOutcome()));
        line.append(facts(check)).append("  ").append(safe(check.getUrl()));
        String detail = check.getDetail();
        if (detail != null) {
            line.append("  (").append(detail).append(')');
        }
        UrlSuggestion suggestion = check.getSuggestion();
        if (suggestion != null) {
            line.append("  try ").append(safe(suggestion.getUrl()));
            line.append(" [").append(suggestion.getRule()).append(']');
        }
        return line.toString();
    }

    private static String facts(ImageCheck check) {
        var facts = new StringJoiner(" ").setEmptyValue("-");
        add(facts, "%s", check.getEncodingFormat());
        if (check.getWidth() != null && check.getHeight() != null) {
            facts.add(check.getWidth() + "x" + check.getHeight());
        }
        if (check.getFrames() != null && check.getFrames() > 1) {
            add(facts, "%,d frames", check.getFrames());
        }
        add(facts, "%,d bytes", check.getContentSize());
        return facts.toString();
    }

    private static void add(StringJoiner facts, String format, @Nullable Object value) {
        if (value != null) {
            facts.add(String.format(Locale.ROOT, format, value));
        }
    }

    private static String safe(String url) {
        return SafeText.cut(SafeText.escapeControls(url), URL_CHARS_MAX);
    }
}
