/** How well feeds and character sets are read, held against what others expect of their readers. */
@NullMarked
package io.broadsheet.bench.feeds;

import org.jspecify.annotations.NullMarked;
