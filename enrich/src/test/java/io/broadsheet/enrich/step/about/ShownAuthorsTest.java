package io.broadsheet.enrich.step.about;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names in the bylines that pages show. */
class ShownAuthorsTest {

    static {
        ContractClasses.trust();
    }

    private static final Source GULL =
            Source.newBuilder().setSourceId("gull").setName("Daily Gull").build();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "By Ann Example;Ann Example",
                "ByAnn Example;Ann Example",
                "Von Ann Example am 4. Mai 2024;Ann Example",
                "Text: Ann Example;Ann Example",
                "Ann Example (Port);Ann Example",
                "Ann Example | 4 May;Ann Example",
                "Ann Example, May 4, 2024;Ann Example",
                "By Ann Example and Ben Muster;Ann Example, Ben Muster",
                "记者：张三;张三",
                "Eingestellt von Ann Example;Ann Example",
                "Auteur : Ann Example;Ann Example",
                "Eine Analyse von Ann Example;Ann Example",
                "Propos recueillis par Ann Example;Ann Example",
                "Por Ann Example, Ben Muster y Cy Otro hace 2 horas;Ann Example, Ben Muster, Cy Otro",
                "Ann Example December 20, 2024;Ann Example",
                "Written by Ann Example in Weather on 1 June 2024;Ann Example",
                "Ann (A.E.) Example;Ann (A.E.) Example",
                "[Ann Example];Ann Example",
                "By Ann Example, Special for Daily Mail;Ann Example",
                "Ann Example, Community Contributor;Ann Example",
                "Автор: Анна Пример;Анна Пример",
                "Autorka: Anna Przykład;Anna Przykład",
                "Yazar: Ayşe Örnek;Ayşe Örnek",
                "بقلم: آن مثال;آن مثال",
                "نویسنده: آن نمونه;آن نمونه",
                "लेखक: ऐन उदाहरण;ऐन उदाहरण",
                "Ditulis oleh Ann Example;Ann Example",
                "Tác giả: An Ví Dụ;An Ví Dụ",
                "ผู้เขียน: แอน ตัวอย่าง;แอน ตัวอย่าง",
                "Γράφει η Άννα Παράδειγμα;Άννα Παράδειγμα",
                "מאת: אן דוגמה;אן דוגמה",
                "Szerző: Példa Anna;Példa Anna",
                "Scris de Ana Exemplu;Ana Exemplu",
                "Kirjoittaja: Anna Esimerkki;Anna Esimerkki",
                "Tekst av Anne Eksempel;Anne Eksempel",
                "Interview: Ann Example;Ann Example",
                "Ann Examplevor 5 Stunden;Ann Example",
                "Submitted by Ann Example on Mon, 03/12/2024;Ann Example",
                "Erstellt von Ann Example;Ann Example",
                "文＝山田太郎;山田太郎",
                "取材・文：山田太郎;山田太郎",
                "文／山田太郎;山田太郎",
                "By Ann Example Tuesday, May 7, 2024;Ann Example",
                "By ANN EXAMPLE, Executive Editor;ANN EXAMPLE",
                "Par ANN EXAMPLE, BEN MUSTER Envoyés spéciaux à Port;ANN EXAMPLE, BEN MUSTER",
                "Par Ann Example Publié le 4 mai;Ann Example",
                "Post author By Ann Example;Ann Example",
            })
    void aNameIsWhatIsLeftOfAByline(String byline, String names) {
        assertThat(ShownAuthors.in(List.of(byline), "dailygull"))
                .extracting(Agent::getName)
                .containsExactly(names.split(", ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 May 2024",
                "Posted on Monday",
                "Share",
                "by the numbers",
                "Foto: Cy Other",
                "Photos by Cy Other",
                "Von Fähre bis Leuchtturm über Nebel und Wind und Wetter",
                "?"
            })
    void whatNamesNobodyIsNoByline(String byline) {
        assertThat(ShownAuthors.in(List.of(byline), "dailygull")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@gull",
                "https://gull.example/ann",
                "Daily Gull",
                "admin",
                "ann.example",
                "Gull Group (www.gull.example)"
            })
    void whoDeclaresNoNameIsNotBelievedOverTheByline(String declared) {
        Byline byline = Byline.of(List.of(named(declared)), List.of("By Ann Example"), GULL);

        assertThat(byline.authors()).extracting(Agent::getName).containsExactly("Ann Example");
        assertThat(byline.authors()).extracting(Agent::getBasis).containsExactly(Basis.EXTRACTED);
    }

    @Test
    void ofANameAndMoreTheNameAloneIsTaken() {
        List<String> bylines = List.of("By Ann Example Port Desk", "Ann Example", "Cy Other");

        assertThat(ShownAuthors.in(bylines, "dailygull"))
                .extracting(Agent::getName)
                .containsExactly("Ann Example");
    }

    @Test
    void theOutletIsTheAuthorOnlyIfNobodyElseIs() {
        assertThat(ShownAuthors.in(List.of("Daily Gull", "By Ann Example"), "dailygull"))
                .extracting(Agent::getName)
                .containsExactly("Ann Example");
        assertThat(ShownAuthors.in(List.of("Daily Gull"), "dailygull"))
                .extracting(Agent::getName)
                .containsExactly("Daily Gull");
    }

    @Test
    void anAccountIsNoName() {
        Byline byline =
                Byline.of(
                        List.of(named("GullShow")),
                        List.of("By Ann Example"),
                        GULL,
                        Map.of("twitter:creator", "GullShow"));

        assertThat(byline.authors()).extracting(Agent::getName).containsExactly("Ann Example");
    }

    @Test
    void anOutletMayBeCalledByItsHost() {
        var host = Source.newBuilder().setSourceId("gull").setName("www.dailygull.example").build();
        Byline byline = Byline.of(List.of(named("Daily Gull")), List.of("By Ann Example"), host);

        assertThat(byline.authors()).extracting(Agent::getName).containsExactly("Ann Example");
    }

    @Test
    void aNameOfACatalogueIsTurnedIfThePageShowsItSo() {
        List<Agent> named = List.of(named("Example, Ann"));

        assertThat(Byline.of(named, List.of("By Ann Example"), GULL).authors())
                .extracting(Agent::getName)
                .containsExactly("Ann Example");
        assertThat(Byline.of(named, List.of("By Cy Other"), GULL).authors())
                .extracting(Agent::getName)
                .containsExactly("Example, Ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Von GULL-Redakteurin Ann Example;Ann Example",
                "Gull-Online-Experte Ben Muster;Ben Muster",
                "Text: Ann Example;Ann Example",
                "Ann Example ann@gull.example;Ann Example",
                "Ann Example | ann@gull.example;Ann Example",
                "Story Example;Story Example",
                "Reporter Ann;Reporter Ann",
                "Ann Example <ann@gull.example>;Ann Example",
                "Ann Example, AP;Ann Example",
                "Ann Example, Staff Writer;Ann Example",
                "Ann Example, Senior Port Correspondent for the Gull;Ann Example",
                "Example, Muster and Partners;Example, Muster and Partners",
            })
    void whatAPersonDoesIsNotPartOfTheName(String declared, String name) {
        assertThat(Byline.of(List.of(named(declared)), List.of(), GULL).authors())
                .extracting(Agent::getName)
                .containsExactly(name);
    }

    @Test
    void whoPutAnArticleInYieldsToWhoIsShownAndDeclaredAsItsAuthor() {
        List<Agent> account = List.of(named("Dora Editor"));
        List<String> shown = List.of("By Ann Example");

        assertThat(authors(account, shown, "Ann Example\nBen Muster"))
                .containsExactly("Ann Example");
        assertThat(authors(account, shown, "Cy Other")).containsExactly("Dora Editor");
        assertThat(authors(account, shown, "Ann Example\nDora Editor"))
                .containsExactly("Dora Editor");
        assertThat(authors(account, List.of(), "Ann Example")).containsExactly("Dora Editor");
    }

    private static List<String> authors(List<Agent> named, List<String> shown, String parsely) {
        return Byline.of(named, shown, GULL, Map.of("parsely-author", parsely)).authors().stream()
                .map(Agent::getName)
                .toList();
    }

    @Test
    void theOutletAndItsCompanyAreNoAuthorsBesideAPerson() {
        Source gull = Source.newBuilder().setSourceId("gull").build();
        Optional<String> url = Optional.of("https://www.dailygull.example/fog");
        List<Agent> both = List.of(named("Ann Example"), named("DAILY GULL"));
        List<Agent> company = List.of(named("Ediciones Daily Gull"));

        assertThat(Byline.of(both, List.of(), gull, Map.of(), url).authors())
                .extracting(Agent::getName)
                .containsExactly("Ann Example");
        assertThat(Byline.of(company, List.of("By Ann Example"), GULL).authors())
                .extracting(Agent::getName)
                .containsExactly("Ann Example");
        assertThat(Byline.of(company, List.of("Daily Gull Desk"), GULL).authors())
                .extracting(Agent::getName)
                .containsExactly("Ediciones Daily Gull");
    }

    @Test
    void aPersonWhoseFirstNameTheSiteHasIsBelieved() {
        Source ann = Source.newBuilder().setSourceId("ann").setName("Annabel").build();
        List<Agent> named = List.of(named("Annabel Example"));

        assertThat(Byline.of(named, List.of("By Cy Other"), ann).authors())
                .extracting(Agent::getName)
                .containsExactly("Annabel Example");
    }

    @Test
    void whoHelpedIsAnAuthorAndTheBoxAroundANameIsNot() {
        List<Agent> named =
                List.of(
                        named("Ann Example (avec Ben Muster et Cy Otro)"),
                        named("Ann Example Journaliste au Gull Suivre la page de ce journaliste"));

        assertThat(Byline.of(named, List.of(), GULL).authors())
                .extracting(Agent::getName)
                .containsExactly("Ann Example", "Ben Muster", "Cy Otro");
    }

    @Test
    void aDeclaredNameIsBelieved() {
        Byline byline =
                Byline.of(List.of(named("Ben Muster @ben")), List.of("By Ann Example"), GULL);

        assertThat(byline.authors()).extracting(Agent::getName).containsExactly("Ben Muster");
    }

    private static Agent named(String name) {
        return Agent.newBuilder().setName(name).setBasis(Basis.DECLARED).build();
    }

    @Test
    void aHouseYieldsToThePeopleInTheByline() {
        var house = Agent.newBuilder().setName("Southern Post").build();

        assertThat(Byline.of(List.of(house), List.of("By Ann Example"), GULL).authors())
                .extracting(Agent::getName)
                .containsExactly("Ann Example");
        assertThat(Byline.of(List.of(house), List.of("By Northern Press"), GULL).authors())
                .extracting(Agent::getName)
                .containsExactly("Southern Post");
    }

    @Test
    void whomAnArticleWasMadeForIsNobody() {
        assertThat(Byline.of(List.of(), List.of("For the Tribune"), GULL).authors()).isEmpty();
    }
}
