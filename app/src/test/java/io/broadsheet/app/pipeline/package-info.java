/** Tests of the pipeline in one process. */
@NullMarked
package io.broadsheet.app.pipeline;

import org.jspecify.annotations.NullMarked;
