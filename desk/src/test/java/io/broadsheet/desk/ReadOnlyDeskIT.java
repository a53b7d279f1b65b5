package io.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** A desk without a token. */
class ReadOnlyDeskIT {

    @TempDir Path directory;

    @Test
    void withoutATokenNothingCanBeChanged() throws Exception {
        try (var newsroom = new Newsroom(directory, "");
                var browsing = new Browsing(newsroom.url())) {
            Map<String, String> nobody = Map.of("token", "", "code", "DEFECT");

            int signIn = browsing.post("/sign-in", nobody, "Origin", newsroom.url()).statusCode();
            int replay = browsing.post("/replays", nobody, "Authorization", "Bearer ").statusCode();

            assertThat(signIn).isEqualTo(403);
            assertThat(replay).isEqualTo(403);
            assertThat(browsing.get("/letters").body()).contains("Only to be read");
        }
    }
}
