@NullMarked
package io.broadsheet.enrich.cluster;

import org.jspecify.annotations.NullMarked;
