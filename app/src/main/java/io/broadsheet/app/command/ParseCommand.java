package io.broadsheet.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.app.console.Console;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.RawArticle;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code broadsheet parse}: what the source said. */
@Command(
        name = "parse",
        description = {
            "Reads files and prints RawArticles, without a broker.",
            "A sitemap without news has none: its addresses are printed instead, one a line."
        },
        mixinStandardHelpOptions = true)
public final class ParseCommand extends StageCommand {

    private static final int EXCERPT_CHARS = 2_000;

    private final ClaimStore claims;

    @Option(
            names = "--full",
            description =
                    "print bodies over 1 MiB whole; else their first 2,000 characters, with the size"
                            + " and digest of the whole")
    private boolean full;

    @Option(names = "--json", description = "as JSON lines, which is also the default")
    void asJson(boolean ignored) {
        // There is no other form; the option is there so that scripts can say what they need.
    }

    /**
     * @param console where results go
     */
    public ParseCommand(Console console) {
        this(console, new LatestClaims());
    }

    private ParseCommand(Console console, ClaimStore claims) {
        super(console, claims);
        this.claims = claims;
    }

    @Override
    void show(SourceFile file, RawArticle article) {
        Content content = article.getContent();
        print(AvroJson.write(content == null ? article : withText(article, content)));
    }

    /** There is no store here from which somebody could get the body by its claim check. */
    private RawArticle withText(RawArticle article, Content content) {
        Optional<String> text = Optional.ofNullable(content.getRef()).flatMap(this::kept);
        if (text.isEmpty()) {
            return article;
        }
        String shown = full ? text.get() : SafeText.cut(text.get(), EXCERPT_CHARS);
        Content told =
                Content.newBuilder(content)
                        .setValue(shown)
                        .setRef(null)
                        .setTruncated(shown.length() < text.get().length())
                        .build();
        return RawArticle.newBuilder(article).setContent(told).build();
    }

    private Optional<String> kept(String claim) {
        try (InputStream in = claims.get(claim).orElse(InputStream.nullInputStream())) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    @Override
    boolean showPlaces(Parsed.Sitemap sitemap) {
        sitemap.places()
                .forEach(place -> {
                    ObjectNode line = JsonNodeFactory.instance.objectNode();
                    line.put(sitemap.index() ? "sitemap" : "page", place.url());
                    place.lastmod().ifPresent(lastmod -> line.put("lastmod", lastmod));
                    print(line.toString());
                });
        return !sitemap.places().isEmpty();
    }
}
