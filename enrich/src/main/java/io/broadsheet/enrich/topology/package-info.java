/**
 * The Kafka Streams topology of enrichment: {@link io.broadsheet.enrich.topology.EnrichTopology} is
 * the page, {@link io.broadsheet.enrich.topology.ArticleProcessor} the one node that remembers.
 *
 * <p>Every decision is evaluated, encoded and measured before the first store is touched, and
 * stores are touched before the first record is forwarded: a record forwarded under {@code
 * exactly_once_v2} cannot be taken back by an exception after it.
 */
@NullMarked
package io.broadsheet.enrich.topology;

import org.jspecify.annotations.NullMarked;
