/**
 * The store of the embedded default: one SQLite file in WAL mode, synced at each commit. All SQL of
 * the sink lives here and in the migrations beside it, but for the questions of readers.
 */
@NullMarked
package io.broadsheet.sink.sqlite;

import org.jspecify.annotations.NullMarked;
