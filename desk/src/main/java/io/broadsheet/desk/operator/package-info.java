/** Signing in and out. */
@NullMarked
package io.broadsheet.desk.operator;

import org.jspecify.annotations.NullMarked;
