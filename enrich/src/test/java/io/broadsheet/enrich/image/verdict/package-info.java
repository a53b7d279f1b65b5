@NullMarked
package io.broadsheet.enrich.image.verdict;

import org.jspecify.annotations.NullMarked;
