/** Tests. */
@NullMarked
package io.broadsheet.operate.letters;

import org.jspecify.annotations.NullMarked;
