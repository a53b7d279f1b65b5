/** Tests of what operators are told. */
@NullMarked
package io.broadsheet.runtime.operations;

import org.jspecify.annotations.NullMarked;
