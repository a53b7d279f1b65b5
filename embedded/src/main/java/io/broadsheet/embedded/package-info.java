/**
 * The zero-setup default: broker, registry and topics started together on one data directory.
 * Everything listens on the loopback address only.
 */
@NullMarked
package io.broadsheet.embedded;

import org.jspecify.annotations.NullMarked;
