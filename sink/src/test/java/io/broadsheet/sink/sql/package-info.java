/** What every SQL store must do, whatever its database. */
@NullMarked
package io.broadsheet.sink.sql;

import org.jspecify.annotations.NullMarked;
