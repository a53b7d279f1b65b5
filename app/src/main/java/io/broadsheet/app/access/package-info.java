/**
 * Who may do what on a cluster that asks: one principal for each service, with the rights that its
 * work needs and no others.
 */
@NullMarked
package io.broadsheet.app.access;

import org.jspecify.annotations.NullMarked;
