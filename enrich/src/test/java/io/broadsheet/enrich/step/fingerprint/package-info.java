@NullMarked
package io.broadsheet.enrich.step.fingerprint;

import org.jspecify.annotations.NullMarked;
