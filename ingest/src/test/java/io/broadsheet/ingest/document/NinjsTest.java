package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.SourceKind;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** Items of ninjs among documents in JSON, told by their shape. */
class NinjsTest {

    private static final String THREE =
            """
            {"uri": "urn:example:storm", "type": "text", "language": "en",
             "firstCreated": "2026-01-02T03:04:05Z", "versionCreated": "2026-01-02T05:00:00Z",
             "pubStatus": "usable", "version": "2", "by": "Ada Miller and Bo Lee",
             "headlines": [{"role": "short", "value": "Storm!"}, {"role": "main", "value": "Storm"}],
             "descriptions": [{"role": "summary", "value": "It blew."}],
             "bodies": [{"contentType": "text/plain", "value": "Plain"},
                        {"contentType": "text/html", "value": "<p>Rich</p>"}],
             "subjects": [{"name": "weather", "scheme": "medtop", "uri": "medtop:17000000"}],
             "altIds": [{"role": "desk", "value": "77"}],
             "infoSources": [{"name": "Agency"}],
             "associations": [{"name": "main", "type": "picture",
               "headlines": [{"value": "Waves"}],
               "renditions": [
                 {"name": "thumb", "href": "https://img.example.org/s.jpg", "width": 100},
                 {"name": "full", "href": "https://img.example.org/l.jpg", "width": 2000,
                  "contentType": "image/jpeg"}]}]}
            """;

    private static final String ONE =
            """
            {"uri": "http://api.example.org/1", "versioncreated": "2026-01-02T05:00:00Z",
             "headline": "Calm", "byline": "Bo Lee", "body_xhtml": "<p>Calm</p>",
             "pubstatus": "canceled", "subject": [{"name": "weather", "code": "1"}],
             "associations": {"picture1": {"type": "picture", "description_text": "Sea",
               "renditions": {"hi": {"href": "https://img.example.org/c.jpg"}}},
               "clip": {"type": "video",
               "renditions": {"hi": {"href": "https://img.example.org/c.mp4"}}}}}
            """;

    @Test
    void anItemOfTheThirdVersionIsAnArticle() {
        RawArticle article = read(THREE).articles().getFirst();

        assertThat(article.getSource().getKind()).isEqualTo(SourceKind.NINJS);
        assertThat(article.getSource().getName()).isEqualTo("Agency");
        assertThat(article.getGuid()).isEqualTo("urn:example:storm");
        assertThat(article.getLink()).isNull();
        assertThat(article.getTitle()).isEqualTo("Storm");
        assertThat(article.getSummary()).isEqualTo("It blew.");
        assertThat(article.getContent().getValue()).isEqualTo("<p>Rich</p>");
        assertThat(article.getPublished()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(article.getUpdated()).isEqualTo("2026-01-02T05:00:00Z");
        assertThat(article.getAltIds()).contains("desk:77");
        assertThat(article.getAuthors())
                .extracting(Agent::getName)
                .containsExactly("Ada Miller and Bo Lee");
        assertThat(article.getCategories())
                .extracting(Category::getTerm, Category::getScheme)
                .containsExactly(tuple("weather", "medtop"));
        assertThat(article.getImages())
                .extracting(RawImage::getUrl, RawImage::getRole, RawImage::getAlt)
                .containsExactly(tuple("https://img.example.org/l.jpg", ImageRole.LEAD, "Waves"));
        assertThat(article.getExtensions())
                .containsEntry("ninjs:version", "2")
                .containsEntry("ninjs:pubstatus", "usable")
                .containsEntry("ninjs:headlines/short", "Storm!");
        assertThat(article.getQuality()).isEmpty();
    }

    @Test
    void anItemOfTheFirstVersionThatIsCanceledIsFlagged() {
        RawArticle article = read(ONE).articles().getFirst();

        assertThat(article.getTitle()).isEqualTo("Calm");
        assertThat(article.getContent().getValue()).isEqualTo("<p>Calm</p>");
        assertThat(article.getPublished()).isEqualTo("2026-01-02T05:00:00Z");
        assertThat(article.getUpdated()).isNull();
        assertThat(article.getImages())
                .extracting(RawImage::getUrl, RawImage::getRole, RawImage::getAlt)
                .containsExactly(
                        tuple("https://img.example.org/c.jpg", ImageRole.ENCLOSURE, "Sea"));
        assertThat(article.getQuality())
                .anyMatch(flag -> flag.getCode().equals("PUB_STATUS_NOT_USABLE"));
    }

    @Test
    void aListOfItemsGivesOneArticleEachAndALetterForWhatIsNone() {
        Reading.Articles read = read("[" + THREE + "," + ONE + ", 7]");

        assertThat(read.articles())
                .extracting(RawArticle::getTitle)
                .containsExactly("Storm", "Calm");
        assertThat(read.letters()).hasSize(1);
    }

    @Test
    void otherJsonWithAUriIsNoNinjs() {
        Reading reading =
                Readers.read("{\"uri\": \"x\", \"y\": 1}".getBytes(StandardCharsets.UTF_8));

        assertThat(((Reading.Buried) reading).letter().getCode()).isEqualTo("FORMAT_UNSUPPORTED");
    }

    private static Reading.Articles read(String json) {
        return (Reading.Articles) Readers.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
