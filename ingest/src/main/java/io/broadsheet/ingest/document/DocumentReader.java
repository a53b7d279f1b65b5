package io.broadsheet.ingest.document;

import io.broadsheet.ingest.charset.DamagedText;
import io.broadsheet.ingest.charset.Decoding;
import io.broadsheet.ingest.charset.TextDecoder;
import io.broadsheet.ingest.format.sitemap.PackedSitemap;
import io.broadsheet.ingest.format.warc.WarcPages;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.FileTrouble;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Reads a file as articles, or says why it cannot be read. No bytes make it throw; only a claim
 * store that fails does, as {@link UncheckedIOException}. It keeps nothing between documents and
 * may be used by many threads.
 */
public final class DocumentReader {

    static {
        ContractClasses.trust();
    }

    /** Of larger files not even the bytes are kept: the letter says where they are. */
    private static final long CLAIM_BYTES_MAX = 256L * 1024 * 1024;

    private final ReaderSettings settings;
    private final DocumentLetters letters;
    private final ArchiveReader archives;
    private final RawAssembler assembler;

    /**
     * @param claims where bodies over 1 MiB and the bytes of failed documents go
     * @param clock for the times of reading and failing
     */
    public DocumentReader(ReaderSettings settings, ClaimStore claims, InstantSource clock) {
        this.settings = settings;
        this.letters = new DocumentLetters(settings, claims, clock);
        this.archives = new ArchiveReader(settings.documentBytesMax(), letters, this::parse);
        this.assembler = new RawAssembler(settings, claims, clock);
    }

    /**
     * Hands on the articles of an archive in pieces, each bounded, in the order of its records.
     *
     * @return whether it is done with, so that the same bytes need not be read again
     */
    public boolean parse(ArchiveFile archive, Consumer<Reading> sink) {
        return archives.each(archive, sink);
    }

    /** The bytes of a file, or the letter about it. */
    public Opening open(SourceFile file) {
        return switch (file) {
            case SourceFile.Refused(_, Rejection rejection) ->
                    new Opening.Buried(letters.unopened(file, rejection));
            case SourceFile.Regular regular -> open(regular);
        };
    }

    private Opening open(SourceFile.Regular file) {
        try {
            return switch (FileBytes.read(file.path(), settings.documentBytesMax())) {
                case FileBytes.Result.Whole(byte[] bytes) ->
                        new Opening.Opened(new Document(file.url(), file.name(), bytes));
                case FileBytes.Result.TooLarge(long size) -> large(file, size);
                case FileBytes.Result.Changed() ->
                        unopened(file, new Rejection(FailureCode.FILE_CHANGED, file.name()));
            };
        } catch (IOException e) {
            String detail = file.name() + ": " + FileTrouble.words(e);
            return unopened(file, new Rejection(FailureCode.FILE_UNREADABLE, detail));
        }
    }

    /** A file that cannot be opened throws; what fails afterwards is the claim store's. */
    private Opening large(SourceFile.Regular file, long size) throws IOException {
        Optional<ArchiveFile> archive = ArchiveFile.of(file);
        if (archive.isPresent()) {
            return new Opening.Archive(archive.get());
        }
        String detail = "%d bytes, limit %d".formatted(size, settings.documentBytesMax());
        Rejection rejection = new Rejection(FailureCode.BODY_TOO_LARGE, detail);
        if (size > CLAIM_BYTES_MAX) {
            return unopened(file, rejection);
        }
        InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
        return new Opening.Buried(letters.unread(file, rejection, in));
    }

    private Opening unopened(SourceFile file, Rejection rejection) {
        return new Opening.Buried(letters.unopened(file, rejection));
    }

    /** The articles in the bytes, or the letter about them. */
    public Reading parse(Document document) {
        try {
            if (WarcPages.fits(document.bytes())) {
                return archives.whole(document);
            }
            return PackedSitemap.unpack(document.bytes(), settings.documentBytesMax())
                    .map(unpacked -> unpacked(document, unpacked))
                    .orElseGet(() -> whole(document));
        } catch (StackOverflowError e) {
            return buried(document, new Rejection(FailureCode.PARSER_OVERFLOW, "parse"));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            return buried(document, Rejection.defect("parse", e));
        }
    }

    private Reading unpacked(Document document, PackedSitemap.Unpacked unpacked) {
        if (unpacked.overLimit()) {
            String detail = "unpacks to over %d bytes".formatted(settings.documentBytesMax());
            return buried(document, new Rejection(FailureCode.BODY_TOO_LARGE, detail));
        }
        return whole(document.unpacked(unpacked.bytes()));
    }

    private Reading whole(Document document) {
        return DocumentFormats.direct(document)
                .map(direct -> read(document, direct.text(), direct.feed()))
                .orElseGet(() -> decodedFirst(document));
    }

    private Reading decodedFirst(Document document) {
        return switch (decoded(document)) {
            case Decoding.Undecodable(Rejection rejection) -> buried(document, rejection);
            case Decoding.Decoded text -> parse(document, text);
        };
    }

    /** Strictly; but a feed does not lose all of its items for one bad byte. */
    private static Decoding decoded(Document document) {
        Optional<String> label = document.http().flatMap(HttpFacts::charset);
        Decoding strict = TextDecoder.decode(document.bytes(), label);
        return switch (strict) {
            case Decoding.Decoded text -> text;
            case Decoding.Undecodable(Rejection why)
                    when why.code() == FailureCode.ENCODING_INVALID ->
                    DamagedText.decode(document.bytes(), label)
                            .filter(text -> DocumentFormats.isFeed(text.text()))
                            .<Decoding>map(text -> text)
                            .orElse(strict);
            case Decoding.Undecodable refused -> refused;
        };
    }

    private Reading parse(Document document, Decoding.Decoded text) {
        var whole = new Circumstances(document, text, OptionalInt.empty());
        return switch (DocumentFormats.parse(document, text.text(), settings)) {
            case Parsed.Refused(Rejection rejection) -> buried(document, rejection);
            case Parsed.Feed feed -> read(document, text, feed);
            case Parsed.Sitemap sitemap ->
                    new Reading.Places(
                            sitemap,
                            () -> letter(document, unfollowed(sitemap), document.original()));
            case Parsed.Item(var draft) ->
                    switch (assembler.assemble(draft, whole)) {
                        case RawAssembler.Result.Assembled(RawArticle article) ->
                                new Reading.Articles(List.of(article), List.of(), Optional.empty());
                        case RawAssembler.Result.Refused(Rejection rejection) ->
                                buried(document, rejection);
                    };
        };
    }

    private static Rejection unfollowed(Parsed.Sitemap sitemap) {
        String what = sitemap.index() ? "an index" : "a sitemap";
        String said =
                sitemap.places().stream()
                        .findFirst()
                        .map(first ->
                                "%s of %d addresses without news (the first is %s): no article is in"
                                                .formatted(
                                                        what, sitemap.places().size(), first.url())
                                        + " it; add its URL with 'feeds add' to have it"
                                        + " followed")
                        .orElse(
                                what
                                        + " without a web address that can be read: it is empty, cut"
                                        + " off, or names files only; fetch it again and see what"
                                        + " is in it");
        return new Rejection(FailureCode.FORMAT_UNSUPPORTED, said);
    }

    /** One bad item is a letter, the others go on. */
    private Reading read(Document document, Decoding.Decoded text, Parsed.Feed feed) {
        FeedNames.mark(feed.items());
        var articles = new DistinctArticles();
        List<DeadLetter> buried = new ArrayList<>();
        for (int i = 0; i < feed.items().size(); i++) {
            var where = new Circumstances(document, text, OptionalInt.of(i));
            switch (item(feed.items().get(i), where)) {
                case RawAssembler.Result.Assembled(RawArticle article) -> articles.add(article);
                case RawAssembler.Result.Refused(Rejection rejection) ->
                        buried.add(letter(feed.items().get(i), i, document, rejection));
            }
        }
        return new Reading.Articles(articles.list(), buried, feed.head());
    }

    private RawAssembler.Result item(FeedItem item, Circumstances where) {
        return switch (item) {
            case FeedItem.Read(var draft, _) -> assembler.assemble(draft, where);
            case FeedItem.Refused(Rejection rejection, _) ->
                    new RawAssembler.Result.Refused(rejection);
        };
    }

    private DeadLetter letter(FeedItem item, int index, Document document, Rejection rejection) {
        String original =
                switch (item) {
                    case FeedItem.Read(_, var text) -> text.get();
                    case FeedItem.Refused(_, String text) -> text;
                };
        var numbered = new Rejection(rejection.code(), "item " + index + ": " + rejection.detail());
        return letter(document, numbered, original.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The letter about an article that turned out to be of no use after it was read: with the bytes
     * of the document if the document is the article, else with the article itself as JSON.
     */
    public DeadLetter bury(Document document, RawArticle article, Rejection rejection) {
        return article.getFetch().getItemIndex() == null
                ? letter(document, rejection, document.original())
                : letter(
                        document,
                        rejection,
                        AvroJson.write(article).getBytes(StandardCharsets.UTF_8));
    }

    private Reading buried(Document document, Rejection rejection) {
        return new Reading.Buried(letter(document, rejection, document.original()));
    }

    private DeadLetter letter(Document document, Rejection rejection, byte[] original) {
        return letters.unparsed(document, rejection, original);
    }
}
