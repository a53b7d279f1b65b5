package io.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** Lists of feeds that go out of one cluster and into another. */
class FeedListsIT {

    private static final String LIST =
            """
            <opml version="2.0"><body><outline text="News"><outline text="World">
              <outline type="rss" text="The &amp; harbour" xmlUrl="https://harbour.example/rss"/>
            </outline></outline>
            <outline type="rss" text="Coast" xmlUrl="https://coast.example/atom?a=1&amp;b=2"/>
            </body></opml>
            """;

    @TempDir private Path directory;

    @Test
    void whatIsExportedIsImportedWithItsNames() throws Exception {
        Path given = Files.writeString(directory.resolve("given.opml"), LIST);
        Path exported = directory.resolve("exported.opml");
        String listed;
        try (var platform = platform("one")) {
            CommandRun.on(platform, "feeds", "import", given.toString());
            CommandRun.on(
                    platform,
                    "feeds",
                    "add",
                    "https://quay.example/feed",
                    "--unchecked",
                    "--source-id",
                    "Old.Quay",
                    "--identity",
                    "LINK");
            CommandRun.on(platform, "feeds", "pause", "Old.Quay");

            var run = CommandRun.on(platform, "feeds", "export", "--output", exported.toString());

            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("3 feeds written to " + exported);
            assertThat(withoutTime(CommandRun.on(platform, "feeds", "export").out()))
                    .isEqualTo(withoutTime(Files.readString(exported)))
                    .contains("broadsheet:sourceId=\"Old.Quay\"")
                    .contains("broadsheet:paused=\"true\" broadsheet:identity=\"LINK\"");
            assertThat(CommandRun.on(platform, "feeds", "import", exported.toString()).out())
                    .contains("0 added, 3 there already, 0 passed over");
            listed = CommandRun.on(platform, "feeds", "list", "--json").out();
        }
        try (var platform = platform("other")) {
            var run = CommandRun.on(platform, "feeds", "import", exported.toString());

            assertThat(run.out()).contains("3 added, 0 there already, 0 passed over");
            assertThat(run.err()).isEmpty();
            assertThat(CommandRun.on(platform, "feeds", "list", "--json").out())
                    .isEqualTo(listed)
                    .contains("\"sourceId\":\"Old.Quay\"", "\"labels\":[\"News\",\"World\"]");
            assertThat(withoutTime(CommandRun.on(platform, "feeds", "export").out()))
                    .isEqualTo(withoutTime(Files.readString(exported)));
        }
    }

    @Test
    void aNameThatAnotherFeedHasIsToldAndNotTaken() throws Exception {
        Path given =
                Files.writeString(
                        directory.resolve("given.opml"),
                        """
                        <opml version="2.0" xmlns:b="urn:broadsheet:feeds"><body>
                        <outline text="A" xmlUrl="https://a.example/" b:sourceId="harbour"/>
                        <outline text="B" xmlUrl="https://b.example/" b:sourceId="harbour"/>
                        </body></opml>
                        """);
        try (var platform = platform("one")) {
            var run = CommandRun.on(platform, "feeds", "import", given.toString());

            assertThat(run.out()).contains("2 added");
            assertThat(run.err())
                    .contains(
                            "https://b.example/: another feed is harbour already; this one is"
                                    + " b.example");
            assertThat(CommandRun.on(platform, "feeds", "export", "--output", "/").err())
                    .contains("--output /: cannot be written: ");
        }
    }

    private EmbeddedPlatform platform(String name) {
        return EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve(name)));
    }

    private static String withoutTime(String document) {
        return document.replaceAll("<dateCreated>.*</dateCreated>", "");
    }
}
