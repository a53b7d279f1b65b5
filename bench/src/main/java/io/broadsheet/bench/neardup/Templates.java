package io.broadsheet.bench.neardup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Pages that share most of their text and are no near-duplicates: each a family of its own. */
final class Templates {

    private static final int PAGES = 60;

    private static final List<String> PLACES =
            List.of(
                    "Arden", "Belmore", "Corvin", "Dalby", "Elstow", "Farrow", "Glenham", "Harwick",
                    "Ilford", "Jarrow", "Kelso", "Lorne", "Marlow", "Norby", "Oakham", "Penrith");

    private static final String FORECAST =
            "The outlook for %s on day %d. In the morning %s will see clouds with a chance of rain"
                    + " of %d percent and a high of %d degrees. In the afternoon the wind comes from"
                    + " the west with gusts of %d kilometres an hour. Tonight expect a low of %d"
                    + " degrees in %s and some fog in the valleys. Our weather desk updates this page"
                    + " every hour; you find warnings for your region in our app. Sunrise is at %d:%d"
                    + " and sunset at %d:%d.";

    private static final String MARKET =
            "%s Holdings closed at %d.%d points on day %d, after an open of %d.%d and a high of"
                    + " %d.%d. The volume was %d shares, against a mean of %d over thirty days. The"
                    + " market value of %s Holdings stands at %d million, its earnings per share at"
                    + " %d.%d, and its yield at %d.%d percent. Analysts who follow the share have a"
                    + " median target of %d. This report was made automatically from exchange data.";

    private static final String NOTICE =
            " To read this article in full you need a subscription. Subscribers have access to all"
                    + " of our reports, the archive back to the first issue, and our newsletters. If you"
                    + " are a subscriber already, please sign in. Your first month is free, and you can"
                    + " cancel at any time. We use cookies to make our offer better for you; in your"
                    + " settings you may choose which ones. By going on you accept our terms of use and"
                    + " our privacy notice.";

    private final String run;
    private final RandomGenerator random;
    private final List<Paper> strangers;

    /**
     * @param run what their ids begin with
     * @param strangers whose beginnings stand on the pages
     */
    Templates(String run, RandomGenerator random, List<Paper> strangers) {
        this.run = run;
        this.random = random;
        this.strangers = strangers;
    }

    List<Paper> all() {
        List<Paper> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            String place = PLACES.get(i % PLACES.size()) + (i < PLACES.size() ? "" : " North");
            String title = place + " today, number " + i;
            pages.add(page("forecast", i, "Forecast: " + title, filled(FORECAST, place)));
            pages.add(page("market", i, "Shares: " + title, filled(MARKET, place)));
            pages.add(page("daily", i, "Market report of the day", filled(MARKET, place)));
            pages.add(page("teaser", i, "Story: " + title, teaser(i, 200) + NOTICE));
            pages.add(page("half", i, "Long read: " + title, teaser(PAGES + i, 600) + NOTICE));
            pages.add(page("notice", i, "Only for you: " + title, NOTICE.substring(0, 300)));
        }
        return pages;
    }

    private Paper page(String kind, int number, String title, String text) {
        String id = run + "/" + kind + "/" + number;
        return new Paper(id, "site-" + kind, Optional.of(title), text, id, Optional.empty());
    }

    private String teaser(int of, int chars) {
        String text = strangers.get(of % strangers.size()).text();
        return text.substring(0, Math.min(chars, text.length()));
    }

    private String filled(String template, String place) {
        var text = new StringBuilder();
        int at = 0;
        for (int next = template.indexOf('%'); next >= 0; next = template.indexOf('%', at)) {
            text.append(template, at, next);
            text.append(template.charAt(next + 1) == 's' ? place : "" + random.nextInt(1_000));
            at = next + 2;
        }
        return text.append(template.substring(at)).toString();
    }
}
