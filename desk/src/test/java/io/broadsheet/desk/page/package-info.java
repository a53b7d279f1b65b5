/** Small parts of the desk. */
@NullMarked
package io.broadsheet.desk.page;

import org.jspecify.annotations.NullMarked;
