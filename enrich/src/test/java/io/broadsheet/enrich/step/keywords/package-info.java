@NullMarked
package io.broadsheet.enrich.step.keywords;

import org.jspecify.annotations.NullMarked;
