/**
 * What stores in SQL databases have in common: the transaction of rows and offsets, its fence, and
 * the tables that are the same in all of them. What differs stands behind {@link
 * io.broadsheet.sink.sql.Database} and {@link io.broadsheet.sink.sql.Dialect}.
 */
@NullMarked
package io.broadsheet.sink.sql;

import org.jspecify.annotations.NullMarked;
