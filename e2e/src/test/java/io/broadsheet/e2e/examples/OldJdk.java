package io.broadsheet.e2e.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The oldest Java that subscribers may have.
 *
 * @param home of the JDK
 * @param genuine whether it is that old; otherwise it is the one of this test, told to compile as
 *     the old one would
 */
record OldJdk(Path home, boolean genuine) {

    private static final int VERSION = 17;
    private static final Pattern MAJOR = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    /**
     * The one that is installed here; if none is, that is said loudly, and ours takes its place.
     */
    static OldJdk find() throws IOException {
        for (Path home : candidates()) {
            if (major(home) == VERSION && Files.isExecutable(home.resolve("bin/javac"))) {
                return new OldJdk(home, true);
            }
        }
        System.err.printf(
                "No JDK %d here (JAVA17_HOME, JAVA_HOME, /usr/lib/jvm): the example for Java is"
                        + " compiled with --release %d and run on %s instead.%n",
                VERSION, VERSION, Runtime.version());
        return new OldJdk(Path.of(System.getProperty("java.home")), false);
    }

    /** Its compiler, with the options that make it that old. */
    List<String> compiler() {
        String javac = home.resolve("bin/javac").toString();
        return List.of(
                javac, "--release", Integer.toString(VERSION), "-Xlint:all,-path", "-Werror");
    }

    /** Its launcher. */
    String java() {
        return home.resolve("bin/java").toString();
    }

    private static List<Path> candidates() throws IOException {
        Stream<Path> named =
                Stream.of("JAVA17_HOME", "JAVA_HOME")
                        .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                        .map(Path::of);
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return named.toList();
        }
        try (Stream<Path> homes = Files.list(installed)) {
            return Stream.concat(named, homes.sorted()).toList();
        }
    }

    private static int major(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return 0;
        }
        Matcher version = MAJOR.matcher(Files.readString(release));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }
}
