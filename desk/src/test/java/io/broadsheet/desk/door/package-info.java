/** Small parts of the desk. */
@NullMarked
package io.broadsheet.desk.door;

import org.jspecify.annotations.NullMarked;
