package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.schemas.TopicAdmin;
import io.broadsheet.schemas.TopicReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code broadsheet topics verify}. */
@Command(
        name = "verify",
        description =
                "Compares the topics with their declaration; exits with 1 where one is missing or differs.",
        mixinStandardHelpOptions = true)
final class TopicsVerifyCommand extends ClusterCommand {

    @Mixin private final ProfileOption profile = new ProfileOption();

    @Option(names = "--json", description = "one JSON object a topic")
    private boolean json;

    TopicsVerifyCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        TopicReport report = TopicAdmin.verify(cluster.admin(), profile.of(cluster));
        TopicLines lines = new TopicLines(report);
        (json ? lines.json() : lines.text()).forEach(this::print);
        return report.isAsDeclared() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
