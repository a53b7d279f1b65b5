package io.broadsheet.enrich.image.verdict;

import java.util.List;
import java.util.regex.Pattern;

/** URLs that are asked for to be counted, not to be looked at. */
final class Beacons {

    private static final List<Pattern> KNOWN =
            List.of(
                    Pattern.compile("https?://pixel\\.wp\\.com/.*"),
                    Pattern.compile("https?://(?:www\\.)?facebook\\.com/tr[/?].*"),
                    Pattern.compile("https?://[^/]*\\.google-analytics\\.com/.*"),
                    Pattern.compile("https?://[^/]*\\.doubleclick\\.net/.*"),
                    Pattern.compile("https?://[^/]*\\.scorecardresearch\\.com/.*"),
                    Pattern.compile("https?://[^/]*\\.quantserve\\.com/.*"),
                    Pattern.compile("https?://feeds\\.feedburner\\.com/~[^?]*"),
                    Pattern.compile("https?://[^?#]*/__utm\\.gif(?:\\?.*)?"),
                    Pattern.compile("https?://[^?#]*/piwik\\.php\\?.*"),
                    Pattern.compile("https?://[^?#]*/matomo\\.php\\?.*"));

    private Beacons() {}

    static boolean isBeacon(String url) {
        return KNOWN.stream().anyMatch(pattern -> pattern.matcher(url).matches());
    }
}
