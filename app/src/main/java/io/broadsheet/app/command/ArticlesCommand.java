package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.sink.read.StoreReader;

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
        // There is no other form yet.
    }

    /**
     * @param console where results go
     */
    public ArticlesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (StoreReader store = data.store()) {
            if (id == null) {
                store.articles().newestFirst(limit, console.out()::println);
                return ExitCode.DONE.value();
            }
            Optional<String> article = store.articles().byId(id);
            article.ifPresentOrElse(
                    console.out()::println,
                    () -> console.err().println("broadsheet: no article " + id + " is stored"));
            return (article.isPresent() ? ExitCode.DONE : ExitCode.FAILED).value();
        }
    }
}
