/** What became of images, by verdict and by host. */
@NullMarked
package io.broadsheet.desk.images;

import org.jspecify.annotations.NullMarked;
