package io.broadsheet.app.command;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.schemas.TopicProfile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Locale;

/** How often each topic is kept, and in how many partitions. */
final class ProfileOption {

    private static final int BROKERS_OF_PROD = 3;

    @Option(
            names = "--profile",
            paramLabel = "dev|prod",
            description =
                    "dev: one copy, few partitions; prod: three copies, more partitions"
                            + " (default: prod where there are three brokers or more)")
    private @Nullable String name;

    TopicProfile of(Cluster cluster) {
        if (name == null) {
            return cluster.brokers() >= BROKERS_OF_PROD ? TopicProfile.PROD : TopicProfile.DEV;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "dev" -> TopicProfile.DEV;
            case "prod" -> TopicProfile.PROD;
            default -> throw new UserMistake("--profile " + name + ": dev or prod");
        };
    }
}
