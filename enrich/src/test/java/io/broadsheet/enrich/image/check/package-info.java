@NullMarked
package io.broadsheet.enrich.image.check;

import org.jspecify.annotations.NullMarked;
