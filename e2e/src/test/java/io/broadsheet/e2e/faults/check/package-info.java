/**
 * The checker: what was offered against what was found, by the invariants of docs/fault-tests.md.
 */
@NullMarked
package io.broadsheet.e2e.faults.check;

import org.jspecify.annotations.NullMarked;
