/**
 * What operators and their machines ask a process: is it alive, is it ready, what does it count.
 */
@NullMarked
package io.broadsheet.runtime.operations;

import org.jspecify.annotations.NullMarked;
