/** Dead letters of any cluster: found, chosen, counted and shown. */
@NullMarked
package io.broadsheet.operate.letters;

import org.jspecify.annotations.NullMarked;
