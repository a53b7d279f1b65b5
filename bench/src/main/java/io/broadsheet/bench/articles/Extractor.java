package io.broadsheet.bench.articles;

import io.broadsheet.bench.posts.Stages;
import io.broadsheet.bench.posts.Stages.Result.Buried;
import io.broadsheet.bench.posts.Stages.Result.Kept;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.HttpFacts;
import io.broadsheet.runtime.claim.ClaimStore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/** Takes pages through the pipeline's stages, as if they had been fetched now. */
final class Extractor {

    private static final int OK = 200;

    private final Stages stages;

    Extractor(ClaimStore claims) {
        this.stages = new Stages(claims, InstantSource.system());
    }

    /** What is made of a page; a page that is refused is an extraction of nothing. */
    Extraction of(Page page) {
        return switch (stages.take(document(page))) {
            case Kept(_, var article) -> new Extraction(Optional.of(article));
            case Buried _ -> new Extraction(Optional.empty());
        };
    }

    /** What is made of a page that is in a file. */
    Extraction of(String name, Optional<String> url, java.nio.file.Path file) {
        try {
            return of(Page.read(name, url, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Page page) {
        return page.url()
                .map(url -> Document.fetched(url, page.bytes(), facts(url)))
                .orElseGet(() -> new Document("file:///" + page.name(), "page.html", page.bytes()));
    }

    private static HttpFacts facts(String url) {
        return new HttpFacts(url, OK, "text/html", null, null);
    }
}
