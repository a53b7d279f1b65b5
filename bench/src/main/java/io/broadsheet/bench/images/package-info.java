/** What checks of images cost: through everything that makes them safe and polite, and without. */
@NullMarked
package io.broadsheet.bench.images;

import org.jspecify.annotations.NullMarked;
