/**
 * Records to bytes and back: Confluent's wire format for topics, Avro's single-object encoding for
 * state stores.
 */
@NullMarked
package io.broadsheet.schemas.serde;

import org.jspecify.annotations.NullMarked;
