/** How the desk reads topics. */
@NullMarked
package io.broadsheet.desk.watch;

import org.jspecify.annotations.NullMarked;
