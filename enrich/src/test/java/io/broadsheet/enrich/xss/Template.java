package io.broadsheet.enrich.xss;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of vectors.txt, whose head says how it is written. */
final class Template {

    private static final Pattern CHOICE = Pattern.compile("«([^»]*)»");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:([tnrf0\\\\])|x([0-9a-f]{2})|u([0-9a-f]{4}))");
    private static final String NAMED = "tnrf0\\";
    private static final String MEANT = "\t\n\r\f\0\\";

    private Template() {}

    /** One line for each way to choose. */
    static List<String> choices(String line) {
        List<String> lines = new ArrayList<>();
        choose(line, List.of(), lines);
        return lines;
    }

    private static void choose(String line, List<String> chosen, List<String> into) {
        Matcher choice = CHOICE.matcher(line);
        if (!choice.find()) {
            into.add(line);
            return;
        }
        String before = line.substring(0, choice.start());
        String after = line.substring(choice.end());
        String options = choice.group(1);
        if (options.matches("[12]")) {
            String again = chosen.get(Integer.parseInt(options) - 1);
            choose(before + again + after, chosen, into);
            return;
        }
        for (String option : options.split("\\|", -1)) {
            List<String> longer = new ArrayList<>(chosen);
            longer.add(option);
            choose(before + option + after, longer, into);
        }
    }

    static String unescaped(String line) {
        return ESCAPE.matcher(line).replaceAll(escape -> Matcher.quoteReplacement(meant(escape)));
    }

    private static String meant(MatchResult escape) {
        if (escape.group(1) != null) {
            return MEANT.substring(NAMED.indexOf(escape.group(1))).substring(0, 1);
        }
        String hex = escape.group(2) == null ? escape.group(3) : escape.group(2);
        return Character.toString((char) Integer.parseInt(hex, 16));
    }
}
