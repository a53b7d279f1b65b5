/** The whole, from outside: its architecture, and what a user sees. */
@NullMarked
package io.broadsheet.e2e;

import org.jspecify.annotations.NullMarked;
