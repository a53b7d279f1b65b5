/** Dead letters: by reason, one by one, and their replay. */
@NullMarked
package io.broadsheet.desk.letters;

import org.jspecify.annotations.NullMarked;
