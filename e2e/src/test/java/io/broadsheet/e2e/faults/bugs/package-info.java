/** Faulty parts, seeded on purpose: the checker must catch each. */
@NullMarked
package io.broadsheet.e2e.faults.bugs;

import org.jspecify.annotations.NullMarked;
