package io.broadsheet.enrich.step.body;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out of the words of a caption who made the image, or owns it. */
final class CreditLine {

    /** A longer one is a sentence. */
    private static final int CHARS_MAX = 80;

    private static final String NAME = "([^\\s:：.。|][^:：|\\n]{0,79}?)";
    private static final String END = "\\s*[)）\\].。]*$";

    private static final String LABELS =
            """
            (?:photo(?:graph|graphy|s)?|image|picture|pic|illustration|foto|fotos|bild|grafik\
            |imagen|imagem|immagine|фото|иллюстрация|fotografía|fotografia)\
            """;

    /** "Photo: Jane Doe", "(Image by Jane Doe)", "Photo credit: Agency", "Foto: dpa". */
    private static final Pattern LABELLED =
            Pattern.compile(
                    "(?:^|[\\s(（\\[|/.])"
                            + LABELS
                            + "(?:\\s+(?:credits?|courtesy(?: of)?))?\\s*(?::|\\bby\\b|\\bcourtesy of\\b"
                            + "|©)\\s*"
                            + NAME
                            + END,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "Credit: Jane Doe", "Source: Agency", "© Agency". */
    private static final Pattern OWNED =
            Pattern.compile(
                    "(?:^|[\\s(（\\[|/.])(?:(?:image |photo )?credits?:|quelle:|bildnachweis:|crédits?\\s?:"
                            + "|©|\\(c\\))\\s*"
                            + NAME
                            + END,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** 图源：, 图片来源：, 摄影：, 写真：, 사진=. */
    private static final Pattern EAST_ASIAN =
            Pattern.compile(
                    "(?:图源|圖源|图片来源|圖片來源|图片提供|攝影|摄影|资料图片来源|写真|写真提供|撮影|사진|사진제공|출처)"
                            + "\\s*[:：=／/]\\s*"
                            + NAME
                            + END);

    /** 新华社记者 王某 摄: the name before the verb. */
    private static final Pattern TAKEN_BY =
            Pattern.compile(
                    "(?:^|[。，,（(\\s])(\\p{IsHan}{2,16}(?:[\\s　]\\p{IsHan}{2,4})?)[\\s　]?[摄攝][)）。.]*$");

    /** (AP Photo/Jane Doe), (Reuters/Jane Doe): an agency and its photographer. */
    private static final Pattern AGENCY =
            Pattern.compile("[(（]([^()（）]{1,60}/[^()（）/]{2,60})[)）]\\.?$");

    private static final Pattern LEADING_LABEL =
            Pattern.compile(
                    "^(?:"
                            + LABELS
                            + "\\s*)?(?:credits?|quelle|source|by|courtesy of)?\\s*[:：©]?\\s*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Ways to say it, each with what none of its texts lacks: most captions have none of that. */
    private static final List<Way> ALL =
            List.of(
                    new Way(LABELLED, List.of(":", "by", "y of", "©")),
                    new Way(OWNED, List.of(":", "©", "(c)")),
                    new Way(EAST_ASIAN, List.of(":", "：", "=", "／", "/")),
                    new Way(TAKEN_BY, List.of("摄", "攝")),
                    new Way(AGENCY, List.of("/")));

    private record Way(Pattern pattern, List<String> marks) {

        boolean isPossible(String folded) {
            return marks.stream().anyMatch(folded::contains);
        }
    }

    private CreditLine() {}

    /** The credit at the end of a caption. */
    static Optional<String> in(String caption) {
        String line = caption.strip();
        String end =
                line.length() <= 2 * CHARS_MAX
                        ? line
                        : line.substring(line.length() - 2 * CHARS_MAX);
        String folded = end.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(way -> way.isPossible(folded))
                .map(way -> way.pattern().matcher(end))
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .filter(name -> name.length() <= CHARS_MAX)
                .findFirst();
    }

    /** What is marked as the credit, without the word that says so again. */
    static String named(String marked) {
        String name = LEADING_LABEL.matcher(marked.strip()).replaceFirst("").strip();
        return name.isEmpty() ? marked.strip() : name;
    }
}
