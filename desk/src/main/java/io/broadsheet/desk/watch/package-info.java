/** Reads the topics on and on, and shows each record to those who keep something of it. */
@NullMarked
package io.broadsheet.desk.watch;

import org.jspecify.annotations.NullMarked;
