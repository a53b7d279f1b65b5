package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.runtime.settings.SettingValues;

import org.apache.kafka.common.KafkaException;

import picocli.CommandLine.Mixin;

import java.time.InstantSource;
import java.util.concurrent.Callable;

/** An operator's tool: it asks a cluster, and ends. */
abstract class ClusterCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final ClusterOptions where = new ClusterOptions();

    ClusterCommand(Console console) {
        this.console = console;
    }

    /** The tool itself. Errors of Kafka and of the registry are told by the caller. */
    abstract ExitCode run(Cluster cluster);

    @Override
    public Integer call() {
        try (Cluster cluster = Cluster.open(where.access(), InstantSource.system())) {
            return run(cluster).value();
        } catch (KafkaException e) {
            throw new ToolFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /** All settings, read anew. */
    SettingValues settings() {
        return where.settings();
    }

    /** Where results go. */
    Console console() {
        return console;
    }

    /** Prints a line of the result. */
    void print(Object line) {
        console.out().println(line);
    }

    /** Prints a remark beside the result. */
    void remark(String line) {
        console.err().println("broadsheet: " + line);
    }
}
