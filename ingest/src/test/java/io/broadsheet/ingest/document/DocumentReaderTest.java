package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.source.FileSource;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Files as they lie on a disk: large, gone, named. */
class DocumentReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir private Path directory;

    @Test
    void anArticleKnowsItsDocument() throws IOException {
        Path file = write("a.md", "---\ntitle: A\n---\nbody\n");

        RawArticle article = article(file);

        assertThat(article.getFetch().getRequestUrl())
                .isEqualTo(file.toRealPath().toUri().toString());
        assertThat(article.getAltIds()).containsExactly("file:a.md");
        assertThat(article.getIngestedAt()).isEqualTo(NOW);
    }

    @Test
    void aBodyOverOneMebibyteGoesToTheClaimStore() throws IOException {
        String body = "x".repeat(1024 * 1024 + 1);

        Content content = article(write("a.md", "---\ntitle: A\n---\n" + body)).getContent();

        assertThat(content.getValue()).isNull();
        assertThat(content.getSizeInBytes()).isEqualTo(body.length());
        assertThat(kept(content.getRef())).isEqualTo(body);
    }

    @Test
    void aDocumentOverTheLimitIsBuriedWithItsBytesKept() throws IOException {
        String text = "---\ntitle: A\n---\n" + "x".repeat(11 * 1024 * 1024);

        DeadLetter letter = letter(write("a.md", text));

        assertThat(letter.getMessage())
                .isEqualTo("BODY_TOO_LARGE: %d bytes, limit 10485760".formatted(text.length()));
        assertThat(kept(letter.getPayloadRef())).isEqualTo(text);
    }

    @Test
    void aFileThatIsGoneIsUnreadable() throws IOException {
        Path file = write("a.md", "x");
        SourceFile found = new FileSource(List.of(file)).iterator().next();
        Files.delete(file);

        DeadLetter letter = ((Reading.Buried) read(found)).letter();

        assertThat(letter.getCode()).isEqualTo("FILE_UNREADABLE");
        assertThat(letter.getRetryable()).isTrue();
    }

    private RawArticle article(Path file) {
        return ((Reading.Articles) read(file)).articles().getFirst();
    }

    private DeadLetter letter(Path file) {
        return ((Reading.Buried) read(file)).letter();
    }

    private Reading read(Path file) {
        return read(new FileSource(List.of(file)).iterator().next());
    }

    private DocumentReader reader() {
        return new DocumentReader(
                ReaderSettings.of(new SourceId("test"), "test"),
                claims(),
                InstantSource.fixed(NOW));
    }

    private String kept(String claim) throws IOException {
        try (var in = claims().get(claim).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private FileClaims claims() {
        return new FileClaims(directory.resolve("claims"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Reading read(SourceFile file) {
        return switch (reader().open(file)) {
            case Opening.Opened(Document document) -> reader().parse(document);
            case Opening.Buried(var letter) -> new Reading.Buried(letter);
            case Opening.Archive archive -> throw new AssertionError(archive);
        };
    }
}
