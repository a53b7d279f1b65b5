/**
 * An origin on this machine that does to a checker what the world does: for each verdict there is a
 * picture that earns it, and articles that show them. For demonstrations only.
 */
@NullMarked
package io.broadsheet.embedded.demo;

import org.jspecify.annotations.NullMarked;
