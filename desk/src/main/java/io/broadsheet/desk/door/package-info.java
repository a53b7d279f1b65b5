/**
 * Who may come in: names of the host, headers of every answer, the operator's token and sessions.
 */
@NullMarked
package io.broadsheet.desk.door;

import org.jspecify.annotations.NullMarked;
