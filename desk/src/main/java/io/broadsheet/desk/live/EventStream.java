package io.broadsheet.desk.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.avaje.jex.Jex;
import io.avaje.jex.http.sse.SseClient;
import io.broadsheet.desk.articles.ArticleLine;
import io.broadsheet.desk.articles.ArticleShelf;
import io.broadsheet.desk.flow.FlowBoard;
import io.broadsheet.desk.letters.LetterShelf;
import io.broadsheet.desk.watch.Watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * {@code /events}: tells open pages, as server-sent events, that something is new, at most every
 * two seconds: the account, how many letters are open, and the latest articles. A page that cannot
 * listen asks again from time to time instead.
 */
public final class EventStream implements AutoCloseable {

    private static final int LISTENERS_MAX = 50;
    private static final int PAUSE_SECONDS = 2;
    private static final int SILENCE_MAX = 7;
    private static final int LATEST = 5;

    private final Watch watch;
    private final FlowBoard board;
    private final ArticleShelf articles;
    private final LetterShelf letters;
    private final Semaphore places = new Semaphore(LISTENERS_MAX);
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param watch tells whether anything is new
     */
    public EventStream(Watch watch, FlowBoard board, ArticleShelf articles, LetterShelf letters) {
        this.watch = watch;
        this.board = board;
        this.articles = articles;
        this.letters = letters;
    }

    /** Makes it answer. */
    public void addTo(Jex server) {
        server.sse("/events", this::listen);
    }

    private void listen(SseClient client) {
        if (!places.tryAcquire()) {
            client.sendComment("too many listen; ask again from time to time");
            client.close();
            return;
        }
        try {
            tell(client);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
            client.close();
        }
    }

    private void tell(SseClient client) throws InterruptedException {
        long told = -1;
        int silent = 0;
        while (!client.terminated() && !isClosing()) {
            long seen = watch.seen();
            silent++;
            if (seen != told) {
                client.sendEvent("news", news().toString(), Long.toString(seen));
                told = seen;
                silent = 0;
            } else if (silent >= SILENCE_MAX) {
                client.sendComment("nothing new");
                silent = 0;
            }
        }
    }

    private boolean isClosing() throws InterruptedException {
        return closed.await(PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private ObjectNode news() {
        var account = board.account();
        ObjectNode news = JsonNodeFactory.instance.objectNode();
        news.put("read", account.read())
                .put("stored", account.stored())
                .put("unchanged", account.unchanged())
                .put("duplicates", account.duplicates())
                .put("buried", account.buried())
                .put("underWay", account.underWay())
                .put("openLetters", letters.open());
        var latest = news.putArray("latest");
        articles.latest().stream().limit(LATEST).forEach(line -> latest.add(article(line)));
        return news;
    }

    private static ObjectNode article(ArticleLine line) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("articleId", line.id())
                .put("headline", line.headline())
                .put("version", line.version().number());
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
