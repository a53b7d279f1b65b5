/** Access to Kafka under test. */
@NullMarked
package io.broadsheet.runtime.kafka;

import org.jspecify.annotations.NullMarked;
