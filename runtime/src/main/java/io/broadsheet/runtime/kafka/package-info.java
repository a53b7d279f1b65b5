/** How every service reaches Kafka: one set of defaults, and the user's own settings over them. */
@NullMarked
package io.broadsheet.runtime.kafka;

import org.jspecify.annotations.NullMarked;
