/**
 * The operations page: what an operator wants to see of a running pipeline, and its replay button.
 */
@NullMarked
package io.broadsheet.desk;

import org.jspecify.annotations.NullMarked;
