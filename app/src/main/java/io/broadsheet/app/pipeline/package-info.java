/**
 * Everything in one process: the embedded platform with every service, and the account of a run.
 */
@NullMarked
package io.broadsheet.app.pipeline;

import org.jspecify.annotations.NullMarked;
