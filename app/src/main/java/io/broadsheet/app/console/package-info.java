/** What people and pipes see. */
@NullMarked
package io.broadsheet.app.console;

import org.jspecify.annotations.NullMarked;
