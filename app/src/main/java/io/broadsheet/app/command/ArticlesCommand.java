package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.schemas.json.AvroJsonReader;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.syndicate.form.ArticleForm;
import io.broadsheet.syndicate.form.ArticleForms;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code broadsheet articles}: what was stored. */
@Command(
        name = "articles",
        description = "Prints stored articles as enriched, newest first, one JSON object a line.",
        mixinStandardHelpOptions = true)
public final class ArticlesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final DataOption data = new DataOption();

    @Option(names = "--id", paramLabel = "ID", description = "one article by its articleId")
    private @Nullable String id;

    @Option(names = "--limit", paramLabel = "N", description = "how many at most (default: all)")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "as JSON lines, which is also the default")
    void asJson(boolean ignored) {
        form = "json";
    }

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description =
                    "json: with the fields of the contract (default); json-ld: NewsArticle of"
                            + " schema.org; ninjs: IPTC's ninjs 3.0")
    private String form = "json";

    /**
     * @param console where results go
     */
    public ArticlesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ArticleForm chosen =
                ArticleForms.all()
                        .named(form)
                        .orElseThrow(() ->
                                new UserMistake(
                                        "--form "
                                                + form
                                                + ": must be one of "
                                                + String.join(", ", ArticleForms.all().names())));
        try (StoreReader store = data.store()) {
            if (id == null) {
                store.articles().newestFirst(limit, line -> print(chosen, line));
                return ExitCode.DONE.value();
            }
            Optional<String> article = store.articles().byId(id);
            article.ifPresentOrElse(
                    line -> print(chosen, line),
                    () -> console.err().println("broadsheet: no article " + id + " is stored"));
            return (article.isPresent() ? ExitCode.DONE : ExitCode.FAILED).value();
        }
    }

    /** Stored is the first of the forms, which needs no writing. */
    private void print(ArticleForm chosen, String stored) {
        boolean asStored = chosen.name().equals(ArticleForms.all().plain().name());
        console.out()
                .println(
                        asStored
                                ? stored
                                : chosen.write(AvroJsonReader.read(EnrichedArticle.class, stored)));
    }
}
