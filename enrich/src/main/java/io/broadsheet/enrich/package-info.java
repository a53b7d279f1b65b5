/**
 * Raw articles to enriched ones. What is here is what the topology and the single-stage command
 * call; the steps are in {@code step}, and nothing in this package knows Kafka's API but the
 * service.
 */
@NullMarked
package io.broadsheet.enrich;

import org.jspecify.annotations.NullMarked;
