/** Every stop of one article, from the topics themselves. */
@NullMarked
package io.broadsheet.app.trace;

import org.jspecify.annotations.NullMarked;
