package io.broadsheet.ingest.document;

import io.broadsheet.ingest.format.warc.WarcEntry;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;
import io.broadsheet.v1.SourceKind;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A page of an archive as a document of its own: it was got from the web, only not by us.
 *
 * @param document its bytes, under its address
 * @param index which record of the archive it is, from 0
 * @param retrievedAt when it was got, as the archive says
 */
record ArchivedPage(Document document, int index, Instant retrievedAt) {

    static ArchivedPage of(WarcEntry.Page page) {
        var http =
                new HttpFacts(
                        page.url(),
                        page.status(),
                        page.contentType(),
                        page.etag(),
                        page.lastModified());
        return new ArchivedPage(
                Document.fetched(page.url(), page.body(), http),
                page.index(),
                page.date().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The article with what the archive knows of it. */
    RawArticle marked(RawArticle article) {
        return RawArticle.newBuilder(article)
                .setSource(Source.newBuilder(article.getSource()).setKind(SourceKind.WARC).build())
                .setFetch(
                        FetchContext.newBuilder(article.getFetch())
                                .setItemIndex(index)
                                .setRetrievedAt(retrievedAt)
                                .build())
                .build();
    }
}
