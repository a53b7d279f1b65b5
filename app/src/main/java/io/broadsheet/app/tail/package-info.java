/** The records of one topic, decoded, for people and for pipes. */
@NullMarked
package io.broadsheet.app.tail;

import org.jspecify.annotations.NullMarked;
