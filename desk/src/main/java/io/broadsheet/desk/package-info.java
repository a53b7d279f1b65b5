/**
 * The operations page: what operate tells, in a browser. {@link io.broadsheet.desk.DeskService}
 * puts the parts together; each tab is a package.
 */
@NullMarked
package io.broadsheet.desk;

import org.jspecify.annotations.NullMarked;
