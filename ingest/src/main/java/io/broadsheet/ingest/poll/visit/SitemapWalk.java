package io.broadsheet.ingest.poll.visit;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.ingest.item.Place;
import io.broadsheet.ingest.poll.seen.SeenPages;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.web.fetch.BodyEnd;
import io.broadsheet.web.fetch.FetchResult;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One walk from a sitemap to its new pages: through the sitemaps of an index whose {@code lastmod}
 * is not the one that was seen, to the pages that are new or have changed, the newest first. It
 * takes a bounded number of each, one after another at the pace of the host; what is left is for
 * the next walk. Used by one thread, once.
 */
final class SitemapWalk {

    /** Of one walk. */
    private static final int PAGES_MAX = 100;

    private static final int SITEMAPS_MAX = 20;

    /** An index of indexes is against the rules, and out there; deeper is a trap. */
    private static final int DEPTH_MAX = 3;

    /** Room for the newest of many sitemaps while they are gathered. */
    private static final int GATHERED_MAX = 10 * PAGES_MAX;

    /** Of sites with more pages than can be remembered, what has changed before is not news. */
    private static final Duration RECENT = Duration.ofDays(30);

    private static final long ARTICLE_BYTES_MAX = 32L * 1024 * 1024;

    /** A page that was not to be had is tried once more. */
    private static final String TRIED = "tried ";

    /** A sitemap still to be opened. */
    private record Ahead(Place place, int depth) {}

    /** A page to be read, the sitemap that names it, and whether it was tried in vain. */
    private record Page(Place place, String sitemap, boolean tried) {}

    /** What was tried in vain comes behind what was not. */
    private static final Comparator<Page> PAGES_IN_ORDER =
            Comparator.comparing(Page::tried).thenComparing(Page::place, SamePlace.NEWEST_FIRST);

    private final String sourceId;
    private final SeenPages seen;
    private final PageDoor door;
    private final FeedReader reader;
    private final Instant now;
    private final String recently;

    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private final Set<String> opened = new HashSet<>();
    private final List<Place> openedWhole = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final Set<String> unfinished = new HashSet<>();
    private final List<RawArticle> articles = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private long bytes;
    private int listed;
    private int left;

    SitemapWalk(Errand errand, PageDoor door, FeedReader reader, Instant now) {
        this.sourceId = errand.sourceId();
        this.seen = SeenPages.read(errand.seenItems());
        this.door = door;
        this.reader = reader;
        this.now = now;
        this.recently = now.minus(RECENT).toString();
    }

    /** Walks from the document that is under that URL. */
    Finding.Pages walk(String url, Parsed.Sitemap root) {
        opened.add(url);
        take(url, root, 0);
        while (!ahead.isEmpty() && !door.isShut()) {
            Ahead next = ahead.poll();
            if (opened.size() > SITEMAPS_MAX) {
                leave(next.place());
            } else if (opened.add(next.place().url())) {
                open(next);
            }
        }
        ahead.forEach(next -> leave(next.place()));
        readPages();
        for (Place sitemap : openedWhole) {
            if (!unfinished.contains(sitemap.url())) {
                remember(sitemap);
            }
        }
        return new Finding.Pages(articles, letters, seen, listed, left, door.refusal());
    }

    private void remember(Place sitemap) {
        if (sitemap.lastmod().isPresent()) {
            seen.add(sitemap.url(), version(sitemap));
        } else {
            seen.lookedAt(sitemap.url(), now.getEpochSecond());
        }
    }

    private void take(String url, Parsed.Sitemap sitemap, int depth) {
        List<Place> fresh =
                sitemap.places().stream()
                        .filter(place -> SamePlace.isSameSite(url, place.url()))
                        .filter(place -> isNew(place, sitemap.index()))
                        .sorted(sitemap.index() ? sitemapsInOrder() : SamePlace.NEWEST_FIRST)
                        .toList();
        if (!sitemap.index()) {
            listed += sitemap.places().size();
            gather(url, fresh);
        } else if (depth < DEPTH_MAX) {
            fresh.forEach(place -> ahead.add(new Ahead(place, depth + 1)));
        }
    }

    /** A sitemap that does not say when it was changed is looked at each time. */
    private boolean isNew(Place place, boolean sitemap) {
        if (place.lastmod().isEmpty() && sitemap) {
            return true;
        }
        boolean known = seen.has(place.url(), version(place));
        boolean old = seen.isFull() && SamePlace.date(place).compareTo(recently) < 0;
        return !known && !old;
    }

    private static String version(Place place) {
        return place.lastmod().orElse("");
    }

    /** Those that never say when they have changed take turns. */
    private Comparator<Place> sitemapsInOrder() {
        return SamePlace.NEWEST_FIRST.thenComparingLong(place -> seen.lookedAt(place.url()));
    }

    /** Of a sitemap that is looked at each time nothing is left once it was. */
    private void leave(Place sitemap) {
        if (sitemap.lastmod().isPresent() || seen.lookedAt(sitemap.url()) == 0) {
            left++;
        }
    }

    private void gather(String sitemap, List<Place> fresh) {
        fresh.forEach(place -> pages.add(new Page(place, sitemap, wasTried(place))));
        pages.sort(PAGES_IN_ORDER);
        while (pages.size() > GATHERED_MAX) {
            leave(pages.removeLast());
        }
    }

    private boolean wasTried(Place place) {
        return seen.has(place.url(), TRIED + version(place));
    }

    private void leave(Page page) {
        left++;
        unfinished.add(page.sitemap());
    }

    private void open(Ahead next) {
        Place place = next.place();
        if (!(door.fetch(place.url()) instanceof FetchResult.Answered answer) || !isWhole(answer)) {
            leave(place);
            return;
        }
        openedWhole.add(place);
        switch (reader.read(
                sourceId, IdentityBasis.UNKNOWN, FetchedDocuments.of(place.url(), answer))) {
            case Reading.Places(var sitemap, _) -> take(place.url(), sitemap, next.depth());
            case Reading.Articles reading -> items(reading);
            case Reading.Buried(DeadLetter letter) -> letter(letter);
        }
    }

    /** A news sitemap or a feed among the sitemaps. */
    private void items(Reading.Articles reading) {
        listed += reading.articles().size();
        for (RawArticle article : reading.articles()) {
            if (!seen.has(article.getArticleId(), article.getContentHash())) {
                seen.add(article.getArticleId(), article.getContentHash());
                articles.add(article);
            }
        }
        reading.letters().forEach(this::letter);
    }

    private void letter(DeadLetter letter) {
        if (!seen.has(letter.getDeadLetterId(), "")) {
            seen.add(letter.getDeadLetterId(), "");
            letters.add(letter);
        }
    }

    private void readPages() {
        int asked = 0;
        for (Page page : pages) {
            if (door.isShut() || asked >= PAGES_MAX || bytes > ARTICLE_BYTES_MAX) {
                leave(page);
            } else if (door.allows(page.place().url())) {
                asked++;
                read(page);
            } else {
                // Forbidden by robots.txt: asked again only if it changes.
                seen.add(page.place().url(), version(page.place()));
            }
        }
    }

    private void read(Page page) {
        Place place = page.place();
        FetchResult result = door.fetch(place.url());
        if (door.isShut()) {
            leave(page);
            return;
        }
        boolean answered = result instanceof FetchResult.Answered it && it.status() / 100 != 5;
        if (!answered && !page.tried()) {
            seen.add(place.url(), TRIED + version(place));
            leave(page);
            return;
        }
        seen.add(place.url(), version(place));
        if (result instanceof FetchResult.Answered answer && isWhole(answer) && isPage(answer)) {
            bytes += answer.body().bytesRead();
            article(FetchedDocuments.of(place.url(), answer));
        }
    }

    private void article(Document document) {
        switch (reader.read(sourceId, IdentityBasis.UNKNOWN, document)) {
            case Reading.Articles reading -> {
                articles.addAll(reading.articles());
                reading.letters().forEach(this::letter);
            }
            case Reading.Buried(DeadLetter letter) -> letter(letter);
            case Reading.Places _ -> {
                // A sitemap among pages: it is for its own source.
            }
        }
    }

    private static boolean isWhole(FetchResult.Answered answer) {
        return answer.status() == 200 && answer.body().end() == BodyEnd.COMPLETE;
    }

    /** Sitemaps name pictures and papers too. */
    private static boolean isPage(FetchResult.Answered answer) {
        String type = answer.header("content-type").orElse("text/html").toLowerCase(Locale.ROOT);
        return type.contains("html") || type.isBlank();
    }
}
