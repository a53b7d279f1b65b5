/** Raw articles, dead letters and cursors to Kafka, in one transaction each batch. */
@NullMarked
package io.broadsheet.ingest.publish;

import org.jspecify.annotations.NullMarked;
