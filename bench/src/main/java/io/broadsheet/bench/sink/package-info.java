/** The sink to PostgreSQL, measured against a plain COPY of the same rows. */
@NullMarked
package io.broadsheet.bench.sink;

import org.jspecify.annotations.NullMarked;
