/**
 * The trace that an article belongs to, from where it came in to where it is stored: W3C trace
 * context in headers, spans of OpenTelemetry's API. Who exports them is decided elsewhere; where
 * nobody does, contexts are passed on as they came.
 */
@NullMarked
package io.broadsheet.runtime.trace;

import org.jspecify.annotations.NullMarked;
