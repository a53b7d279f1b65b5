/** How articles are found in whole pages; all pages are made up. */
@NullMarked
package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.NullMarked;
