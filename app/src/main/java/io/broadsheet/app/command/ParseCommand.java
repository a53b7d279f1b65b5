package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.ingest.source.SourceFile;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.RawArticle;

import picocli.CommandLine.Command;

/** {@code broadsheet parse}: what the source said. */
@Command(
        name = "parse",
        description = "Reads files and prints RawArticles, without a broker.",
        mixinStandardHelpOptions = true)
public final class ParseCommand extends StageCommand {

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
