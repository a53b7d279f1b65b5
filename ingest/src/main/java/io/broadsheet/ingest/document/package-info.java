/** One file to its raw articles or its dead letter. No Kafka in here. */
@NullMarked
package io.broadsheet.ingest.document;

import org.jspecify.annotations.NullMarked;
