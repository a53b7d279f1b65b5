/** What each step of enrichment costs, beside a bare parse of the same HTML. */
@NullMarked
package io.broadsheet.bench.steps;

import org.jspecify.annotations.NullMarked;
