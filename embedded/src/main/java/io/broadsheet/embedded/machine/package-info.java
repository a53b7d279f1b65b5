/**
 * What the embedded default needs of this machine before anything starts: a directory of its own
 * and free ports. It knows no Kafka.
 */
@NullMarked
package io.broadsheet.embedded.machine;

import org.jspecify.annotations.NullMarked;
