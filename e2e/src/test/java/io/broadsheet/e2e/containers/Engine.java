package io.broadsheet.e2e.containers;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.broadsheet.e2e.containers.Command.Answer;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The container engine of this machine. Where there is none, tests are skipped and say why. */
final class Engine {

    private static final List<String> IMAGES =
            List.of(
                    "eclipse-temurin:25-jre",
                    "apache/kafka:4.3.1",
                    "apicurio/apicurio-registry:3.3.3",
                    "postgres:17");
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private Engine() {}

    /** Skips the test unless there is an engine with every image that we stand on. */
    static void require() throws IOException, InterruptedException {
        Answer info = docker("info", "--format", "{{.ServerVersion}}");
        assumeThat(info.isGood())
                .as("a container engine answers; without one this is not tried: %s", info.output())
                .isTrue();
        for (String image : IMAGES) {
            boolean present =
                    docker("image", "inspect", image).isGood() || docker("pull", image).isGood();
            assumeThat(present).as("the image %s can be had", image).isTrue();
        }
    }

    /** Our own image, from the jars that this build has made. */
    static void buildOurs(String tag) throws IOException, InterruptedException {
        docker("build", "-q", "-t", tag, "-f", "deploy/image/Dockerfile", ".").orFail();
    }

    static Answer docker(String... words) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("docker"), Stream.of(words)).toList();
        return new Command(environment(), PATIENCE).run(command);
    }

    /** Newer clients want a plug-in for their own builder; the old one is always there. */
    static Map<String, String> environment() throws IOException, InterruptedException {
        Answer buildx = new Command(Map.of(), PATIENCE).run(List.of("docker", "buildx", "version"));
        return buildx.isGood() ? Map.of() : Map.of("DOCKER_BUILDKIT", "0");
    }
}
