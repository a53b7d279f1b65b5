/** Tests of the command's parts. */
@NullMarked
package io.broadsheet.app.command;

import org.jspecify.annotations.NullMarked;
