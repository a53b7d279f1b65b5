package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.RawArticle;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code broadsheet parse}: what the source said. */
@Command(
        name = "parse",
        description = "Reads files and prints RawArticles, without a broker.",
        mixinStandardHelpOptions = true)
public final class ParseCommand extends StageCommand {

    @Option(names = "--json", description = "as JSON lines, which is also the default")
    void asJson(boolean ignored) {
        // There is no other form; the option is there so that scripts can say what they need.
    }

    /**
     * @param console where results go
     */
    public ParseCommand(Console console) {
        super(console, ClaimStore.none());
    }

    @Override
    void show(SourceFile file, RawArticle article) {
        print(AvroJson.write(article));
    }
}
