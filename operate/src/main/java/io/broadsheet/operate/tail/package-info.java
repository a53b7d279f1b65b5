/** The records of one topic, decoded, for people and for pipes. */
@NullMarked
package io.broadsheet.operate.tail;

import org.jspecify.annotations.NullMarked;
