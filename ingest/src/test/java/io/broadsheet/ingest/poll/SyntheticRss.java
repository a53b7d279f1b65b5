package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.poll.visit.FeedReader;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the feeds of {@link FeedOrigin} and nothing else. */
record SyntheticRss(DeadLetters letters) implements FeedReader {

    private static final Pattern ITEM =
            Pattern.compile("<guid[^>]*>([^<]*)</guid><title>([^<]*)</title>");
    private static final Pattern HUB = Pattern.compile("rel=\"hub\" href=\"([^\"]*)\"");

    @Override
    public Reading read(String sourceId, Document document) {
        String text = text(document);
        if (!text.contains("<rss")) {
            return new Reading.Buried(
                    letters.ofDocument(
                            FailureStage.INGEST_PARSE,
                            new Rejection(FailureCode.FORMAT_UNSUPPORTED, "no feed"),
                            sourceId,
                            document.url(),
                            Optional.empty()));
        }
        List<RawArticle> articles = new ArrayList<>();
        Matcher item = ITEM.matcher(text);
        while (item.find()) {
            articles.add(article(sourceId, item.group(1), item.group(2)));
        }
        Matcher hub = HUB.matcher(text);
        FeedHead head =
                new FeedHead(
                        "Synthetic",
                        null,
                        null,
                        hub.find() ? List.of(hub.group(1)) : List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false);
        return new Reading.Articles(articles, List.of(), Optional.of(head));
    }

    private RawArticle article(String sourceId, String guid, String title) {
        return RawArticle.newBuilder()
                .setArticleId(Sha256.id(sourceId + guid))
                .setSource(Source.newBuilder().setSourceId(sourceId).build())
                .setGuid(guid)
                .setTitle(title)
                .setContentHash(Sha256.tagged(title))
                .setFetch(
                        FetchContext.newBuilder()
                                .setFetchId("f")
                                .setRetrievedAt(letters.clock().instant())
                                .build())
                .setIngestedAt(letters.clock().instant())
                .build();
    }

    private static String text(Document document) {
        try {
            Field bytes = Document.class.getDeclaredField("bytes");
            bytes.setAccessible(true);
            return new String((byte[]) bytes.get(document), StandardCharsets.UTF_8);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
