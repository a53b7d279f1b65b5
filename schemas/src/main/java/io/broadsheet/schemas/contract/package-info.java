/** The schemas of all topics, as a registry should have them. */
@NullMarked
package io.broadsheet.schemas.contract;

import org.jspecify.annotations.NullMarked;
