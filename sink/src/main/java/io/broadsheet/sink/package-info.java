/**
 * From the log to a store: enriched articles and dead letters, each batch in one transaction with
 * its offsets. {@link io.broadsheet.sink.SinkService} runs it; {@code store} is what a database has
 * to offer, {@code sqlite} one that does, {@code read} the way out for readers.
 */
@NullMarked
package io.broadsheet.sink;

import org.jspecify.annotations.NullMarked;
