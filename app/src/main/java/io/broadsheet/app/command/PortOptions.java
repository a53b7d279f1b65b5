package io.broadsheet.app.command;

import picocli.CommandLine.Option;

/** Where Kafka and the registry listen, of commands that others find by their ports. */
final class PortOptions {

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "port of Kafka; 0 for any free one (default: ${DEFAULT-VALUE})")
    private int brokerPort = 9092;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description =
                    "port of the schema registry; 0 for any free one (default: ${DEFAULT-VALUE})")
    private int registryPort = 8081;

    /** Of Kafka; 0 for any free one. */
    int broker() {
        return brokerPort;
    }

    /** Of the schema registry; 0 for any free one. */
    int registry() {
        return registryPort;
    }
}
