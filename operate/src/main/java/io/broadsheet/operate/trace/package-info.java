/** Every stop of one article, from the topics themselves. */
@NullMarked
package io.broadsheet.operate.trace;

import org.jspecify.annotations.NullMarked;
