package io.broadsheet.app.command;

import io.broadsheet.app.pipeline.DataDirectory;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Where everything is kept. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "broadsheet-data",
            description = "where everything is kept (default: ${DEFAULT-VALUE})")
    private Path directory = Path.of("broadsheet-data");

    /** The directory, made if missing. */
    DataDirectory open() {
        return DataDirectory.open(directory);
    }

    /** Where it is, or will be. */
    Path path() {
        return directory;
    }

    /** The store in it. */
    StoreReader store() {
        return switch (StoreReader.open(new DataDirectory(directory).database())) {
            case Opening.Opened(var store) -> store;
            case Opening.Absent _ ->
                    throw new UserMistake(
                            "nothing is stored under " + directory + "; is --data right?");
            case Opening.Unreadable(var file, var reason) ->
                    throw new UserMistake("the store " + file + " cannot be read: " + reason);
        };
    }
}
