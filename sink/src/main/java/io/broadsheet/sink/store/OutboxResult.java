package io.broadsheet.sink.store;

import io.broadsheet.v1.DeadLetter;

import java.util.List;

/** The answer to a question for letters that wait to be relayed. */
public sealed interface OutboxResult permits OutboxResult.Letters, Unavailable {

    /**
     * These wait.
     *
     * @param letters oldest first; may be empty
     */
    record Letters(List<DeadLetter> letters) implements OutboxResult {

        public Letters {
            letters = List.copyOf(letters);
        }
    }
}
