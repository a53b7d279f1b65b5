/** Tests of the rights. */
@NullMarked
package io.broadsheet.app.access;

import org.jspecify.annotations.NullMarked;
