package io.broadsheet.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.lag.LagReport;
import io.broadsheet.operate.lag.PartitionLag;
import io.broadsheet.operate.report.Table;
import io.broadsheet.operate.report.ToolFailure;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;

/** {@code broadsheet topics lag}. */
@Command(
        name = "lag",
        description =
                "Tells for each group and partition how many records, and how many seconds, it is"
                        + " behind.",
        mixinStandardHelpOptions = true)
final class TopicsLagCommand extends ClusterCommand {

    @Option(names = "--group", paramLabel = "ID", description = "one group (default: all)")
    private @Nullable String group;

    @Option(names = "--json", description = "one JSON object a partition")
    private boolean json;

    TopicsLagCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        List<String> groups = cluster.groups();
        if (group != null && !groups.contains(group)) {
            throw new ToolFailure("there is no group " + group + "; there are: " + groups);
        }
        LagReport report = new LagReport(cluster);
        List<PartitionLag> lags =
                (group == null ? groups : List.of(group))
                        .stream().flatMap(it -> report.of(it).stream()).toList();
        if (json) {
            lags.forEach(lag -> print(json(lag)));
        } else {
            table(lags).lines().forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private static Table table(List<PartitionLag> lags) {
        Table table =
                new Table("GROUP", "TOPIC", "PARTITION", "COMMITTED", "END", "BEHIND", "SECONDS");
        for (PartitionLag lag : lags) {
            table.add(
                    lag.group(),
                    lag.partition().topic(),
                    lag.partition().partition(),
                    lag.committed().isPresent() ? lag.committed().getAsLong() : "-",
                    lag.end(),
                    lag.records(),
                    lag.age().map(Duration::toSeconds).orElse(0L));
        }
        return table;
    }

    private static ObjectNode json(PartitionLag lag) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("group", lag.group())
                .put("topic", lag.partition().topic())
                .put("partition", lag.partition().partition());
        lag.committed()
                .ifPresentOrElse(
                        offset -> line.put("committed", offset), () -> line.putNull("committed"));
        return line.put("end", lag.end())
                .put("recordsBehind", lag.records())
                .put("secondsBehind", lag.age().map(age -> age.toMillis() / 1000.0).orElse(0.0));
    }
}
