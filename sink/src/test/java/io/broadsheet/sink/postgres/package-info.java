/** Tests of the PostgreSQL store, against a real server. */
@NullMarked
package io.broadsheet.sink.postgres;

import org.jspecify.annotations.NullMarked;
