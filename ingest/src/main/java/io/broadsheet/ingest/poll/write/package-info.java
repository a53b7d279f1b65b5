/** What visits gave, to Kafka, in one transaction with the states of their feeds. */
@NullMarked
package io.broadsheet.ingest.poll.write;

import org.jspecify.annotations.NullMarked;
