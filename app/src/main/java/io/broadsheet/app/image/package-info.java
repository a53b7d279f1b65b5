/** Images checked one by one, for a person at a terminal: of files and of URLs. */
@NullMarked
package io.broadsheet.app.image;

import org.jspecify.annotations.NullMarked;
