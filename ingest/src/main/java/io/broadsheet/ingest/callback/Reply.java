package io.broadsheet.ingest.callback;

/** What a hub is answered. */
sealed interface Reply {

    /** How it is counted. */
    CallbackMeters.Outcome outcome();

    /** Yes, we wish for that. */
    record Echo(CallbackMeters.Outcome outcome, String challenge) implements Reply {}

    /** It was heard, or taken. */
    record Noted(CallbackMeters.Outcome outcome) implements Reply {}

    /** There is no such thing, or we do not wish for it. */
    record NotOurs(CallbackMeters.Outcome outcome) implements Reply {}

    /** Too large for anything we read. */
    record TooLarge(CallbackMeters.Outcome outcome) implements Reply {}

    /** Nobody knows yet, or it is not safe yet: it should come again. */
    record Later(CallbackMeters.Outcome outcome) implements Reply {}
}
