package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.schemas.TopicAdmin;
import io.broadsheet.schemas.TopicReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code broadsheet topics create}. */
@Command(
        name = "create",
        description =
                "Makes the topics that are missing; what is there is never altered, what differs is told.",
        mixinStandardHelpOptions = true)
final class TopicsCreateCommand extends ClusterCommand {

    @Mixin private final ProfileOption profile = new ProfileOption();

    @Option(names = "--json", description = "one JSON object a topic")
    private boolean json;

    TopicsCreateCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        TopicReport report = TopicAdmin.ensure(cluster.admin(), profile.of(cluster));
        TopicLines lines = new TopicLines(report);
        (json ? lines.json() : lines.text()).forEach(this::print);
        return ExitCode.DONE;
    }
}
