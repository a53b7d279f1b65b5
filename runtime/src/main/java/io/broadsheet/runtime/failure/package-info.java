/** Failures as values: codes, rejections, and the dead letters they become. */
@NullMarked
package io.broadsheet.runtime.failure;

import org.jspecify.annotations.NullMarked;
