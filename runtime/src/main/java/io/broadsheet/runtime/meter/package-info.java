/**
 * Figures that more than one service has, under names, units and labels that they share. Each label
 * has a bound: what it may say is a closed set, or the first so many of its kind.
 */
@NullMarked
package io.broadsheet.runtime.meter;

import org.jspecify.annotations.NullMarked;
