package io.broadsheet.enrich.step.maintext;

import java.util.regex.Pattern;

/** Words before a date that say that it is the one of publication. */
final class PublishedWords {

    private static final int CHARS_MAX = 80;

    private static final Pattern BEGIN =
            Pattern.compile(
                    "(?:(?:first )?published|posted|publication date|date published|released"
                            + "|veröffentlicht|veröffentlichung|erschienen|erstellt|eingestellt"
                            + "|publiziert|datum|publié|mis en ligne|date de publication"
                            + "|publicado|publicada|fecha|pubblicato|data di pubblicazione"
                            + "|gepubliceerd|geplaatst|publicerad|publisert|udgivet|julkaistu"
                            + "|opublikowano|publikováno|опубликовано|дата публикации"
                            + "|发布时间|发布日期|发表于|發佈時間|公開日|投稿日|掲載日|등록|입력)"
                            + "(?![\\p{L}]).{0,20}\\d.*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PublishedWords() {}

    static boolean begin(String text) {
        return text.length() <= CHARS_MAX && hasDigit(text) && BEGIN.matcher(text).matches();
    }

    /** Most lines have none, and a page has many lines. */
    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
