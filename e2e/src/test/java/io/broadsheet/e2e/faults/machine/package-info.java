/** The parts that can be broken: processes, a database, wires. */
@NullMarked
package io.broadsheet.e2e.faults.machine;

import org.jspecify.annotations.NullMarked;
