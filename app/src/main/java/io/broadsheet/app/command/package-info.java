/** One class a command: its options, and the few lines that carry it out. */
@NullMarked
package io.broadsheet.app.command;

import org.jspecify.annotations.NullMarked;
