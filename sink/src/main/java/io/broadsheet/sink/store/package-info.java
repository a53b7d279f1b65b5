/**
 * What a sink asks of a store, whatever database it is: partitions are claimed, and a batch of rows
 * is saved in one transaction with the offsets it came from. No SQL here, and no consumer.
 */
@NullMarked
package io.broadsheet.sink.store;

import org.jspecify.annotations.NullMarked;
