/**
 * The store for many machines and many readers: PostgreSQL. Its SQL lives here and in the
 * migrations beside it, but for what all stores share and the questions of readers.
 */
@NullMarked
package io.broadsheet.sink.postgres;

import org.jspecify.annotations.NullMarked;
