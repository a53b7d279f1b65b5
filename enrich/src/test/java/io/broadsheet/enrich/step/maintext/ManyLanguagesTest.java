package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;
import static io.broadsheet.enrich.step.maintext.MadePage.factsOf;
import static io.broadsheet.enrich.step.maintext.MadePage.textOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around articles, in languages of many scripts. */
class ManyLanguagesTest {

    private static final String LAST = "until the lighthouse could be seen again.";
    private static final String OTHER =
            "<p>Another story, about a mill on the river, which has nothing to do with ferries.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Читайте также:",
                "Материалы по теме",
                "Поделиться",
                "Комментарии (3)",
                "Читайте також",
                "Схожі новини",
                "Залишити коментар",
                "Czytaj także",
                "Najczęściej czytane",
                "Zostaw komentarz",
                "İlgili Haberler",
                "Bunlar da ilginizi çekebilir",
                "Yorum yaz",
                "اقرأ أيضًا",
                "مواضيع ذات صلة",
                "اترك تعليقا",
                "مطالب مرتبط",
                "بیشتر بخوانید",
                "ارسال نظر",
                "यह भी पढ़ें",
                "संबंधित खबरें",
                "टिप्पणी करें",
                "Baca juga",
                "Berita terkait",
                "Tulis komentar",
                "Xem thêm",
                "Tin liên quan",
                "Bình luận (12)",
                "อ่านเพิ่มเติม",
                "ข่าวที่เกี่ยวข้อง",
                "แสดงความคิดเห็น",
                "관련 기사",
                "많이 본 뉴스",
                "댓글 쓰기",
                "関連ニュース",
                "おすすめ記事",
                "コメントを書く",
                "相關新聞",
                "推薦閱讀",
                "發表評論",
                "Διαβάστε επίσης",
                "ΣΧΕΤΙΚΑ ΑΡΘΡΑ",
                "Αφήστε ένα σχόλιο",
                "קראו גם",
                "כתבות נוספות",
                "הוסף תגובה",
                "Čtěte také",
                "Nejčtenější",
                "Přidat komentář",
                "Ezt is olvassa",
                "Legolvasottabb",
                "Szóljon hozzá!",
                "Citește și",
                "Articole similare",
                "Lasă un comentariu",
                "Läs också",
                "Mest läst",
                "Skriv en kommentar",
                "Lue myös",
                "Luetuimmat",
                "Kirjoita kommentti",
                "Lees ook",
                "Meest gelezen",
                "Laat een reactie achter",
                "This article is closed for comments.",
            })
    void theArticleEndsBeforeWordsThatEndArticles(String words) {
        assertThat(textOf("<article>" + STORY + "<p>" + words + "</p>" + OTHER + "</article>"))
                .endsWith(LAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Обновлено: 5 мая 2024, 12:30", "Источник: Gull", "Теги: порт, паром",
                "Оновлено 05.05.2024", "Aktualizacja: 5 maja 2024", "Drukuj",
                "Güncelleme: 05.05.2024 12:30", "تاريخ النشر: 5 مايو 2024", "المصدر: Gull",
                "تاریخ انتشار: 1403/02/15", "विज्ञापन", "Diterbitkan 5 Mei 2024",
                "Cập nhật lúc 12:30", "เผยแพร่เมื่อ 5 พฤษภาคม 2567", "출처: Gull",
                "写真：Gull", "最終更新：2024年5月5日", "更新時間：2024/05/05 12:30",
                "Τελευταία ενημέρωση: 05.05.2024", "צילום: Gull", "Aktualizováno 5. 5. 2024",
                "Frissítve: 2024. május 5.", "Publicat la 5 mai 2024", "Publicerad 5 maj 2024",
                "Päivitetty 5.5.2024 12.30", "Gepubliceerd op 5 mei 2024",
            })
    void linesAboutThePageAreNoText(String line) {
        assertThat(textOf("<article>" + STORY + "<p>" + line + "</p>" + STORY + "</article>"))
                .doesNotContain(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Publicado en 1998, el libro fue traducido a diez lenguas y leído en todo el mundo.",
                "Обновлено было всё: 12 причалов, маяк и старая дорога к морю, по которой ездят редко.",
                "Comparte con su hermana una casa junto al puerto, que compraron hace diez años ya.",
                "Del av pengene går til fyret, som ble bygget i 1870 og ikke har vært malt siden da.",
            })
    void aSentenceThatBeginsSoStays(String sentence) {
        assertThat(textOf("<article>" + STORY + "<p>" + sentence + "</p>" + STORY + "</article>"))
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "Автор: Анна Пример, Анна Пример",
        "Autorka: Anna Przykład, Anna Przykład",
        "Yazar: Ayşe Örnek, Ayşe Örnek",
        "بقلم: آن مثال, آن مثال",
        "نویسنده: آن نمونه, آن نمونه",
        "लेखक: ऐन उदाहरण, ऐन उदाहरण",
        "Penulis: Ann Example, Ann Example",
        "Tác giả: An Ví Dụ, An Ví Dụ",
        "ผู้เขียน: แอน ตัวอย่าง, แอน ตัวอย่าง",
        "撰文：王小明, 王小明",
        "Γράφει η Άννα Παράδειγμα, Άννα Παράδειγμα",
        "מאת: אן דוגמה, אן דוגמה",
        "Szerző: Példa Anna, Példa Anna",
        "Scris de Ana Exemplu, Ana Exemplu",
        "Kirjoittaja: Anna Esimerkki, Anna Esimerkki",
        "Tekst: Anne Eksempel, Anne Eksempel",
    })
    void aLineThatBeginsAsBylinesDoIsOne(String line, String name) {
        String page =
                "<h1>The late ferry</h1><p>"
                        + line
                        + "</p><div class=article-body>"
                        + STORY
                        + "</div>";

        assertThat(factsOf(page).bylines()).anyMatch(byline -> byline.endsWith(name));
    }

    @ParameterizedTest
    @CsvSource({
        "Опубліковано: 5 травня 2024, 5 травня 2024",
        "Yayınlanma: 5 Mayıs 2024, 5 Mayıs 2024",
        "نشر في: 5 أيار/مايو 2024, 5 أيار/مايو 2024",
        "प्रकाशित: 5 जनवरी 2024, 5 जनवरी 2024",
        "Ngày đăng: 5 tháng 5 năm 2024, 5 tháng 5 năm 2024",
        "發布時間：2024/05/05, 2024/05/05",
        "Δημοσίευση: 5 Μαΐου 2024, 5 Μαΐου 2024",
        "Originally published on May 5 2024, May 5 2024",
    })
    void theDayBehindWordsForPublishingIsFound(String line, String day) {
        String page = "<h1>The late ferry</h1><article>" + STORY + "</article><p>" + line + "</p>";

        assertThat(factsOf(page).dates()).contains(day);
    }
}
