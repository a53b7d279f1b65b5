package io.broadsheet.bench.feeds;

import com.ctc.wstx.stax.WstxInputFactory;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentFormats;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.ContractClasses;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToLongFunction;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints what a feed of 100 full items costs in processor time: a bare pass of the XML parser from
 * its bytes, that takes every text and does nothing with it; ours to drafts; ours to records with
 * identity, hashes and digests. All in turn, in one run; the median of many rounds.
 */
public final class MeasureFeeds {

    private static final int ITEMS = 100;
    private static final int WARM_UP_ROUNDS = 400;
    private static final int ROUNDS = 400;
    private static final ReaderSettings SETTINGS =
            ReaderSettings.of(new SourceId("bench"), "bench");

    private final byte[] feed = feed().getBytes(StandardCharsets.UTF_8);
    private final Document document = document(feed);
    private final WstxInputFactory factory = factory();
    private final DocumentReader reader =
            new DocumentReader(SETTINGS, ClaimStore.none(), InstantSource.system());

    private MeasureFeeds() {}

    /**
     * Prints the costs and their ratios to the bare pass.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        ContractClasses.trust();
        new MeasureFeeds().run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void run(PrintStream out) {
        long[][] nanos = new long[3][ROUNDS];
        long sink = 0;
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            sink += measured(MeasureFeeds::bare, nanos[0], round);
            sink += measured(MeasureFeeds::drafts, nanos[1], round);
            sink += measured(MeasureFeeds::records, nanos[2], round);
        }
        double bare = median(nanos[0]);
        out.println(
                String.format(
                        Locale.ROOT,
                        "%d items, %d KB; bare pass %.2f ms; to drafts %.2f ms (%.2f x); to records"
                                + " %.2f ms (%.2f x) [%d]",
                        ITEMS,
                        feed.length / 1024,
                        bare / 1e6,
                        median(nanos[1]) / 1e6,
                        median(nanos[1]) / bare,
                        median(nanos[2]) / 1e6,
                        median(nanos[2]) / bare,
                        sink));
    }

    private long measured(ToLongFunction<MeasureFeeds> work, long[] nanos, int round) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long answer = work.applyAsLong(this);
        if (round >= 0) {
            nanos[round] = threads.getCurrentThreadCpuTime() - before;
        }
        return answer;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static long bare(MeasureFeeds bench) {
        try {
            XMLStreamReader in =
                    bench.factory.createXMLStreamReader(new ByteArrayInputStream(bench.feed));
            long chars = 0;
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                    chars += in.getText().length();
                }
            }
            return chars;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the feed is ours", e);
        }
    }

    /** As the reader of documents does it. */
    private static long drafts(MeasureFeeds bench) {
        return DocumentFormats.direct(bench.document)
                .map(direct -> (long) direct.feed().items().size())
                .orElseThrow(() -> new IllegalStateException("the feed is ours"));
    }

    private static long records(MeasureFeeds bench) {
        return bench.reader.parse(document(bench.feed)) instanceof Reading.Articles(var a, _, _)
                ? a.size()
                : 0;
    }

    private static Document document(byte[] feed) {
        return new Document("file:///feed.xml", "feed.xml", feed);
    }

    private static String feed() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            items.append(item(i));
        }
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
            xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
        <channel><title>The Daily Sample</title><link>https://news.example/</link>
        <description>News of nowhere</description><language>en</language><ttl>30</ttl>
        <atom:link rel="self" href="https://news.example/feed.xml" type="application/rss+xml"/>
        %s</channel></rss>
        """
                .formatted(items);
    }

    private static String item(int i) {
        String paragraph =
                """
                <p>The council of town %d met on Tuesday, said a speaker &amp; her deputy; \
                <a href="https://news.example/%d">the minutes</a> are public. Café, 新闻, naïve.</p>
                """
                        .formatted(i, i);
        return """
        <item><title>Council meets for time %1$d</title><link>https://news.example/2026/%1$d</link>
        <guid isPermaLink="false">tag:news.example,2026:%1$d</guid>
        <pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate><dc:creator>Jane Roe</dc:creator>
        <category>Politics</category><category>Town</category>
        <description>The council met &amp; decided nothing.</description>
        <content:encoded><![CDATA[<img src="https://img.example/%1$d.jpg" alt="a hall" width="800">%2$s]]></content:encoded>
        <media:content url="https://img.example/%1$d.jpg" medium="image" width="1200" height="800"/>
        <slash:comments>3</slash:comments></item>
        """
                .formatted(i, paragraph.repeat(38));
    }
}
