/**
 * The contract in code: which topics there are, what they carry and how they are laid out. Services
 * and subscribers name a topic only through {@link io.broadsheet.schemas.Topics}.
 */
@NullMarked
package io.broadsheet.schemas;

import org.jspecify.annotations.NullMarked;
