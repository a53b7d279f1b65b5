package io.broadsheet.ingest.document;

import io.broadsheet.ingest.charset.Decoding;
import io.broadsheet.ingest.charset.TextDecoder;
import io.broadsheet.ingest.format.Format;
import io.broadsheet.ingest.format.frontmatter.FrontMatterFormat;
import io.broadsheet.ingest.format.htmlpage.HtmlPageFormat;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Payload;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.RawArticle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

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
    private final ClaimStore claims;
    private final DeadLetters letters;
    private final RawAssembler assembler;

    /**
     * @param claims where bodies over 1 MiB and the bytes of failed documents go
     * @param clock for the times of reading and failing
     */
    public DocumentReader(ReaderSettings settings, ClaimStore claims, InstantSource clock) {
        this.settings = settings;
        this.claims = claims;
        this.letters = new DeadLetters("broadsheet-ingest", settings.version(), clock);
        this.assembler = new RawAssembler(settings.source(), claims, clock);
    }

    /** Opens and parses. */
    public Reading read(SourceFile file) {
        return switch (open(file)) {
            case Opening.Opened(Document document) -> parse(document);
            case Opening.Buried(DeadLetter letter) -> new Reading.Buried(letter);
        };
    }

    /** The bytes of a file, or the letter about it. */
    public Opening open(SourceFile file) {
        return switch (file) {
            case SourceFile.Refused(_, Rejection rejection) ->
                    unopened(file, rejection, Optional.empty());
            case SourceFile.Regular regular -> open(regular);
        };
    }

    private Opening open(SourceFile.Regular file) {
        try {
            return switch (FileBytes.read(file.path(), settings.documentBytesMax())) {
                case FileBytes.Result.Whole(byte[] bytes) ->
                        new Opening.Opened(new Document(file.url(), file.name(), bytes));
                case FileBytes.Result.TooLarge(long size) -> tooLarge(file, size);
                case FileBytes.Result.Changed() ->
                        unopened(
                                file,
                                new Rejection(FailureCode.FILE_CHANGED, file.name()),
                                Optional.empty());
            };
        } catch (IOException e) {
            String detail = file.name() + ": " + e.getClass().getSimpleName();
            return unopened(
                    file, new Rejection(FailureCode.FILE_UNREADABLE, detail), Optional.empty());
        }
    }

    /** A file that cannot be opened throws; what fails afterwards is the claim store's. */
    private Opening tooLarge(SourceFile.Regular file, long size) throws IOException {
        String detail = "%d bytes, limit %d".formatted(size, settings.documentBytesMax());
        Rejection rejection = new Rejection(FailureCode.BODY_TOO_LARGE, detail);
        if (size > CLAIM_BYTES_MAX) {
            return unopened(file, rejection, Optional.empty());
        }
        InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
        return unopened(file, rejection, Optional.of(kept(in)));
    }

    private Payload kept(InputStream bytes) {
        try {
            return Payload.kept(bytes, claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Opening unopened(SourceFile file, Rejection rejection, Optional<Payload> payload) {
        return new Opening.Buried(
                letters.ofDocument(
                        FailureStage.INGEST_FETCH,
                        rejection,
                        settings.source().value(),
                        file.url(),
                        payload));
    }

    /** The articles in the bytes, or the letter about them. */
    public Reading parse(Document document) {
        try {
            return switch (decoded(document)) {
                case Decoding.Undecodable(Rejection rejection) -> buried(document, rejection);
                case Decoding.Decoded text -> parse(document, text);
            };
        } catch (StackOverflowError e) {
            return buried(document, new Rejection(FailureCode.PARSER_OVERFLOW, "parse"));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            return buried(document, new Rejection(FailureCode.DEFECT, String.valueOf(e)));
        }
    }

    private static Decoding decoded(Document document) {
        return TextDecoder.decode(document.bytes(), document.http().flatMap(HttpFacts::charset));
    }

    private Reading parse(Document document, Decoding.Decoded text) {
        return switch (parsed(document, text.text())) {
            case Parsed.Refused(Rejection rejection) -> buried(document, rejection);
            case Parsed.Item(var draft) ->
                    switch (assembler.assemble(draft, document, text)) {
                        case RawAssembler.Result.Assembled(RawArticle article) ->
                                new Reading.Articles(List.of(article), List.of(), Optional.empty());
                        case RawAssembler.Result.Refused(Rejection rejection) ->
                                buried(document, rejection);
                    };
        };
    }

    private Parsed parsed(Document document, String text) {
        if (FrontMatterFormat.fits(text)) {
            return FrontMatterFormat.parse(text, document.name(), settings.profile());
        }
        return switch (Format.ofUnfenced(text, document.name())) {
            case HTML_PAGE -> HtmlPageFormat.parse(text);
            case XML -> refused(FailureCode.FORMAT_UNSUPPORTED, "XML that is not a page");
            case TOML -> refused(FailureCode.FORMAT_UNSUPPORTED, "front matter in TOML");
            case UNKNOWN ->
                    refused(
                            FailureCode.FRONT_MATTER_MISSING,
                            "the first line is no fence (---) and no HTML page begins");
        };
    }

    private static Parsed refused(FailureCode code, String detail) {
        return new Parsed.Refused(new Rejection(code, detail));
    }

    /**
     * The letter about an article that turned out to be of no use after it was read: with the bytes
     * of the document if the document is the article, else with the article itself as JSON.
     */
    public DeadLetter bury(Document document, RawArticle article, Rejection rejection) {
        return article.getFetch().getItemIndex() == null
                ? letter(document, rejection, document.bytes())
                : letter(
                        document,
                        rejection,
                        AvroJson.write(article).getBytes(StandardCharsets.UTF_8));
    }

    private Reading buried(Document document, Rejection rejection) {
        return new Reading.Buried(letter(document, rejection, document.bytes()));
    }

    private DeadLetter letter(Document document, Rejection rejection, byte[] original) {
        return letters.ofDocument(
                FailureStage.INGEST_PARSE,
                rejection,
                settings.source().value(),
                document.url(),
                Optional.of(payload(original)));
    }

    private Payload payload(byte[] bytes) {
        try {
            return Payload.of(bytes, claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
