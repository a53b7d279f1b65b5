package io.broadsheet.sink.store;

import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;

/** What one record asks of the store. */
public sealed interface Row {

    /** Store this version, unless the stored one is as new. */
    record Article(EnrichedArticle article) implements Row {}

    /** Forget this article: its topic holds a tombstone. */
    record Tombstone(String articleId) implements Row {}

    /** Keep a dead letter of another stage. */
    record Letter(DeadLetter letter) implements Row {}

    /** Keep a dead letter of this sink, and relay it. */
    record OwnLetter(DeadLetter letter) implements Row {}

    /** The record asks for nothing, such as a tombstone among dead letters. */
    record Nothing() implements Row {}
}
