/** The desk on a real broker. */
@NullMarked
package io.broadsheet.desk;

import org.jspecify.annotations.NullMarked;
