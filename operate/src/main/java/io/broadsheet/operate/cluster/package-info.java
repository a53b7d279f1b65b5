/** A Kafka cluster and its registry, as the operator's tools look at them. */
@NullMarked
package io.broadsheet.operate.cluster;

import org.jspecify.annotations.NullMarked;
