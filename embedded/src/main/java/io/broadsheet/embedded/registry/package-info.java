/**
 * A schema registry in this process that speaks Confluent's REST protocol, for the zero-setup
 * default. Its state is a compacted topic of the broker, in the records' format of Confluent's own
 * registry. Avro only; no references, contexts, modes or data contracts: production runs a real
 * one.
 */
@NullMarked
package io.broadsheet.embedded.registry;

import org.jspecify.annotations.NullMarked;
