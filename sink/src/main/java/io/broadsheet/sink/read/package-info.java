/**
 * Reading what is stored, with no service running or beside one: a read-only connection sees the
 * last commit and keeps no writer waiting.
 */
@NullMarked
package io.broadsheet.sink.read;

import org.jspecify.annotations.NullMarked;
