@NullMarked
package io.broadsheet.enrich.image.inspect;

import org.jspecify.annotations.NullMarked;
