/** What is offered, seeded, with what must become of it. */
@NullMarked
package io.broadsheet.e2e.faults.offer;

import org.jspecify.annotations.NullMarked;
