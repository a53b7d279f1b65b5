/** Tests. */
@NullMarked
package io.broadsheet.app.letters;

import org.jspecify.annotations.NullMarked;
