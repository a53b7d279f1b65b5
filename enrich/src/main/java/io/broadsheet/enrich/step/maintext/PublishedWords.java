package io.broadsheet.enrich.step.maintext;

import java.util.regex.Pattern;

/** Words before a date that say that it is the one of publication. */
final class PublishedWords {

    private static final int CHARS_MAX = 80;

    private static final Pattern BEGIN =
            Pattern.compile(
                    "(?:(?:first |originally )?published|(?:first )?posted|publication date|date published|released"
                            + "|veröffentlicht|veröffentlichung|erschienen|erstellt|eingestellt"
                            + "|publiziert|datum|publié|mis en ligne|date de publication"
                            + "|publicado|publicada|fecha|pubblicato|data di pubblicazione"
                            + "|gepubliceerd|geplaatst|publicerad|publicerades|publisert|publiceret|udgivet|julkaistu"
                            + "|opublikowano|data publikacji|dodano|publikováno|vydáno|publikované|megjelent|közzétéve"
                            + "|publicat|data publicării|objavljeno|objavljen|публикувана?"
                            + "|опубликовано|опубликован|дата публикации|опубліковано|дата публікації"
                            + "|yayınlanma|yayın tarihi|yayınlanma tarihi|oluşturulma tarihi|giriş tarihi"
                            + "|δημοσιεύθηκε|δημοσιεύτηκε|δημοσίευση|ημερομηνία δημοσίευσης|פורסם|תאריך פרסום"
                            + "|تاريخ النشر|نشر في|نشر بتاريخ|تاریخ انتشار|प्रकाशित|diterbitkan|dipublikasikan|terbit"
                            + "|đăng lúc|ngày đăng|đăng ngày|xuất bản|เผยแพร่|เผยแพร่เมื่อ|วันที่เผยแพร่"
                            + "|发布时间|发布日期|发布于|发表于|发表时间|發佈時間|發布時間|發佈日期|發布日期|發表時間"
                            + "|公開日|公開日時|投稿日|投稿日時|掲載日|配信|등록|입력|기사입력|작성|게시|승인)"
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
