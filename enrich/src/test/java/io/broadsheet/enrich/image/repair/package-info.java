@NullMarked
package io.broadsheet.enrich.image.repair;

import org.jspecify.annotations.NullMarked;
