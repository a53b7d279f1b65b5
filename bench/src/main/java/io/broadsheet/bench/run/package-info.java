/** The whole pipeline in one process, as {@code ./broadsheet run} runs it. */
@NullMarked
package io.broadsheet.bench.run;

import org.jspecify.annotations.NullMarked;
