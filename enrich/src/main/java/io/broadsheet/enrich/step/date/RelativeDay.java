package io.broadsheet.enrich.step.date;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Words for today and yesterday. */
final class RelativeDay {

    private static final Map<Integer, Set<String>> WORDS =
            Map.of(
                    0,
                    Set.of(
                            "today",
                            "heute",
                            "aujourd'hui",
                            "hoy",
                            "oggi",
                            "hoje",
                            "vandaag",
                            "сегодня",
                            "сьогодні",
                            "dziś",
                            "dzisiaj",
                            "bugün",
                            "idag",
                            "dnes",
                            "astăzi",
                            "σήμερα",
                            "היום",
                            "اليوم",
                            "امروز",
                            "आज",
                            "আজ",
                            "днес",
                            "danas",
                            "tänään"),
                    1,
                    Set.of(
                            "yesterday",
                            "gestern",
                            "hier",
                            "ayer",
                            "ieri",
                            "ontem",
                            "gisteren",
                            "вчера",
                            "вчора",
                            "wczoraj",
                            "dün",
                            "igår",
                            "včera",
                            "tegnap",
                            "χθες",
                            "אתמול",
                            "أمس",
                            "دیروز",
                            "গতকাল",
                            "kemarin",
                            "jučer",
                            "eilen"));

    private RelativeDay() {}

    /** How many days before the reference a word means; empty for other words. */
    static OptionalInt of(String word) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }
}
