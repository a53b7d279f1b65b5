/** Polls feeds: politely, adaptively, each item once, and so that any instance can go on. */
@NullMarked
package io.broadsheet.ingest.poll;

import org.jspecify.annotations.NullMarked;
