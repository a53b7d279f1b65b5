package io.broadsheet.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The last words of a broker. */
class BrokerEndTest {

    @Test
    void theySayWhereHowMuchRoomThereIsAndWhatToDo(@TempDir Path directory) {
        assertThat(BrokerEnd.words(directory))
                .contains("cannot write to " + directory)
                .containsPattern("where \\d+ MiB are free")
                .contains("start again");
    }

    @Test
    void aDirectoryThatIsGoneIsNamedAllTheSame(@TempDir Path directory) {
        assertThat(BrokerEnd.words(directory.resolve("gone"))).contains("gone; its log says more");
    }
}
