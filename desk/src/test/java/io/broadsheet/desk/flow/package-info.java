/** Small parts of the desk. */
@NullMarked
package io.broadsheet.desk.flow;

import org.jspecify.annotations.NullMarked;
