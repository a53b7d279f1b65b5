/** Tests of the topology: without a broker by the test driver, and with one. */
@NullMarked
package io.broadsheet.enrich.topology;

import org.jspecify.annotations.NullMarked;
