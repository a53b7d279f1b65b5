package io.broadsheet.app.command;

import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.sink.read.StoreReader;

import org.apache.kafka.common.KafkaException;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A tool that asks the store of a data directory, or, once a cluster is named, that cluster's own
 * topics.
 */
abstract class StoreOrCluster implements Callable<Integer> {

    @Mixin private final DataOption data = new DataOption();
    @Mixin private final ClusterOptions where = new ClusterOptions();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description =
                    "a topic of dead letters on the cluster, also one that Kafka Streams, Kafka"
                            + " Connect or Spring has written (default: all of ours)")
    private List<String> topics = List.of();

    /** Asks the store. */
    abstract ExitCode run(StoreReader store);

    /** Asks the cluster. */
    abstract ExitCode run(Cluster cluster, List<String> topics);

    @Override
    public Integer call() {
        if (!where.isNamed() && topics.isEmpty()) {
            try (StoreReader store = data.store()) {
                return run(store).value();
            }
        }
        try (Cluster cluster = Cluster.open(where.access(), InstantSource.system())) {
            return run(cluster, topics).value();
        } catch (KafkaException e) {
            throw new ToolFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
