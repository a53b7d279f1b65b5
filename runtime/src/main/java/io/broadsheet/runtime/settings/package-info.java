/**
 * Settings, declared once each: key, meaning, unit, bounds, default. Everything is read before
 * anything starts, and every problem is told at once.
 */
@NullMarked
package io.broadsheet.runtime.settings;

import org.jspecify.annotations.NullMarked;
