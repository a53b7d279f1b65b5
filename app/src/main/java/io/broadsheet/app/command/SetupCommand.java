package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.TopicAdmin;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.contract.ContractSchemas;
import io.broadsheet.schemas.registry.RegistryException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.sql.SQLException;

/**
 * {@code broadsheet setup}: {@code topics create} and {@code schemas register} in one, and the
 * tables of a PostgreSQL store if their owner is named.
 */
@Command(
        name = "setup",
        description =
                "Makes missing topics and registers missing schemas: what a new cluster needs. If"
                        + " store.owner.user is set, also makes the tables of store.url or brings"
                        + " them up to date. Safe to repeat.",
        mixinStandardHelpOptions = true)
public final class SetupCommand extends ClusterCommand {

    @Mixin private final ProfileOption profile = new ProfileOption();

    /**
     * @param console where results go
     */
    public SetupCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        var report = TopicAdmin.ensure(cluster.admin(), profile.of(cluster));
        new TopicLines(report).text().forEach(this::print);
        var schemas = new ContractSchemas(cluster.registry());
        try {
            for (Topic<?> topic : Topics.ALL) {
                print("registered   %s; id %d".formatted(topic.subject(), schemas.register(topic)));
            }
        } catch (RegistryException e) {
            throw new ToolFailure(
                    "the schemas are not registered, see `schemas check`: " + e.getMessage(), e);
        }
        prepareStore();
        return ExitCode.DONE;
    }

    private void prepareStore() {
        try {
            SinkCommand.store(settings())
                    .prepare()
                    .ifPresent(store -> print("up to date   the tables in " + store));
        } catch (SQLException e) {
            throw new ToolFailure("the store's tables cannot be made: " + e.getMessage(), e);
        }
    }
}
