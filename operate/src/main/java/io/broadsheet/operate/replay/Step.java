package io.broadsheet.operate.replay;

import io.broadsheet.operate.letters.FoundLetter;

/**
 * What is to be done about one letter.
 *
 * @param found the letter, without its value
 * @param count how often its original will have been replayed then
 * @param action what to do
 */
record Step(FoundLetter found, int count, Action action) {

    /** What can be done about a letter. */
    sealed interface Action {

        /** Where it leads to, for people. */
        default String target() {
            return switch (this) {
                case WriteBack(var topic) -> topic;
                case ReadAgain _ -> "the document, when it is offered again";
                case Park _ -> "parked";
                case Resolve(var note) -> "resolved: " + note;
                case Skip(var why) -> "left alone: " + why;
            };
        }

        /** The original goes back to the topic it came from. */
        record WriteBack(String topic) implements Action {}

        /**
         * There was no record: the cursor forgets the document, so that it is read again, though
         * its bytes are the same, when it is next offered.
         *
         * @param cursorKey of the document
         */
        record ReadAgain(String cursorKey) implements Action {}

        /** Replayed too often. */
        record Park() implements Action {}

        /** There is nothing to do any more. */
        record Resolve(String note) implements Action {}

        /** Nothing is done. */
        record Skip(String why) implements Action {}
    }
}
