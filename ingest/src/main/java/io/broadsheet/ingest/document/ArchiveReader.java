package io.broadsheet.ingest.document;

import io.broadsheet.ingest.format.warc.WarcEntry;
import io.broadsheet.ingest.format.warc.WarcPages;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.FileTrouble;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.DeadLetter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the pages of archives, each as a document of its own. */
final class ArchiveReader {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveReader.class);

    /** Of what is handed on at once from an archive that is not held. */
    private static final int CHUNK_PAGES_MAX = 100;

    private static final long CHUNK_BYTES_MAX = 8L * 1024 * 1024;

    private final int bodyBytesMax;
    private final DocumentLetters letters;
    private final Function<Document, Reading> pages;

    /**
     * @param bodyBytesMax of one page, decoded
     * @param pages reads one
     */
    ArchiveReader(int bodyBytesMax, DocumentLetters letters, Function<Document, Reading> pages) {
        this.bodyBytesMax = bodyBytesMax;
        this.letters = letters;
        this.pages = pages;
    }

    /** Page after page; the letter of one that is no article has its bytes. */
    Reading whole(Document archive) {
        var chunk = new Chunk(archive);
        int skipped =
                WarcPages.read(
                        new ByteArrayInputStream(archive.bytes()),
                        WarcPages.Limits.held(bodyBytesMax),
                        chunk::add);
        log(archive, chunk.articlesInAll, chunk.lettersInAll, skipped);
        return chunk.isEmpty()
                ? new Reading.Buried(
                        letters.unparsed(archive, withoutPages(skipped), archive.original()))
                : chunk.taken();
    }

    /**
     * Hands on what it reads in bounded pieces, so that memory does not grow with the archive.
     *
     * @return whether the file held still, so that it need not be read again
     */
    boolean each(ArchiveFile archive, Consumer<Reading> sink) {
        Document document = archive.asDocument();
        var chunk = new Chunk(document);
        try (InputStream in = archive.open()) {
            int skipped =
                    WarcPages.read(
                            in,
                            WarcPages.Limits.streamed(bodyBytesMax, archive.size()),
                            entry -> {
                                chunk.add(entry);
                                if (chunk.isFull()) {
                                    sink.accept(chunk.taken());
                                }
                            });
            log(document, chunk.articlesInAll, chunk.lettersInAll, skipped);
            if (chunk.articlesInAll + chunk.lettersInAll == 0) {
                chunk.bury(withoutPages(skipped));
            }
            if (archive.hasChanged()) {
                chunk.bury(new Rejection(FailureCode.FILE_CHANGED, document.name()));
                sink.accept(chunk.taken());
                return false;
            }
        } catch (IOException e) {
            String detail = document.name() + ": " + FileTrouble.words(e);
            chunk.bury(new Rejection(FailureCode.FILE_UNREADABLE, detail));
            sink.accept(chunk.taken());
            return false;
        }
        sink.accept(chunk.taken());
        return true;
    }

    private static Rejection withoutPages(int skipped) {
        return new Rejection(
                FailureCode.FORMAT_UNSUPPORTED,
                "an archive of %d records, none of which is a page".formatted(skipped));
    }

    private static void log(Document archive, long articles, long letters, int skipped) {
        LOG.atInfo()
                .addKeyValue("document", archive.url())
                .addKeyValue("articles", articles)
                .addKeyValue("letters", letters)
                .addKeyValue("skipped", skipped)
                .log("archive read");
    }

    /** What was read since the last piece was handed on. */
    private final class Chunk {

        private final Document archive;
        private DistinctArticles articles = new DistinctArticles();
        private List<DeadLetter> buried = new ArrayList<>();
        private int count;
        private long bytes;
        private long articlesInAll;
        private long lettersInAll;

        Chunk(Document archive) {
            this.archive = archive;
        }

        void add(WarcEntry entry) {
            int before = articles.list().size();
            switch (entry) {
                case WarcEntry.Page page -> add(ArchivedPage.of(page));
                case WarcEntry.Broken(_, Rejection rejection) -> bury(rejection);
            }
            count++;
            articlesInAll += articles.list().size() - before;
        }

        private void add(ArchivedPage page) {
            bytes += page.document().bytes().length;
            switch (read(page)) {
                case Reading.Buried(DeadLetter letter) -> bury(letter);
                case Reading.Articles(var read, var about, _) -> {
                    read.forEach(article -> articles.add(page.marked(article)));
                    about.forEach(this::bury);
                }
                case Reading.Places(_, var letter) -> bury(letter.get());
            }
        }

        /** An archive in an archive could hold itself. */
        private Reading read(ArchivedPage page) {
            Document document = page.document();
            if (!WarcPages.fits(document.bytes())) {
                return pages.apply(document);
            }
            var inner = new Rejection(FailureCode.ARCHIVE_FORBIDDEN, "an archive in an archive");
            return new Reading.Buried(letters.unparsed(document, inner, document.bytes()));
        }

        void bury(Rejection rejection) {
            bury(letters.unparsed(archive, rejection, new byte[0]));
        }

        private void bury(DeadLetter letter) {
            buried.add(letter);
            lettersInAll++;
        }

        boolean isFull() {
            return count >= CHUNK_PAGES_MAX || bytes >= CHUNK_BYTES_MAX;
        }

        boolean isEmpty() {
            return articles.list().isEmpty() && buried.isEmpty();
        }

        Reading taken() {
            var reading = new Reading.Articles(articles.list(), buried, Optional.empty());
            articles = new DistinctArticles();
            buried = new ArrayList<>();
            count = 0;
            bytes = 0;
            return reading;
        }
    }
}
