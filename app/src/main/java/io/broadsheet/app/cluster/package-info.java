/** A Kafka cluster and its registry, as the operator's tools look at them. */
@NullMarked
package io.broadsheet.app.cluster;

import org.jspecify.annotations.NullMarked;
