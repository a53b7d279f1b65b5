/** Tests of the doors, against a real broker and over real HTTP. */
@NullMarked
package io.broadsheet.syndicate;

import org.jspecify.annotations.NullMarked;
