/** When a feed is asked for again, and where it has moved: pure rules, no Kafka, no HTTP client. */
@NullMarked
package io.broadsheet.ingest.poll.rules;

import org.jspecify.annotations.NullMarked;
