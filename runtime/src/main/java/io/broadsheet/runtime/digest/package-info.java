/** SHA-256 in the two spellings of the contract. */
@NullMarked
package io.broadsheet.runtime.digest;

import org.jspecify.annotations.NullMarked;
