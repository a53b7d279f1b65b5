/**
 * A real Kafka broker in this process, for the zero-setup default and for tests. Only this package
 * touches Kafka's server classes, which are not public API and may change with each version.
 */
@NullMarked
package io.broadsheet.embedded.broker;

import org.jspecify.annotations.NullMarked;
