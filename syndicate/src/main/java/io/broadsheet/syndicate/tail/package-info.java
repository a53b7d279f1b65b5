/**
 * The topics of articles as they grow: the latest of them in memory, what was before from Kafka.
 */
@NullMarked
package io.broadsheet.syndicate.tail;

import org.jspecify.annotations.NullMarked;
