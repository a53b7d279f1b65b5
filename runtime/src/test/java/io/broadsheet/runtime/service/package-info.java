/** Tests of what runs. */
@NullMarked
package io.broadsheet.runtime.service;

import org.jspecify.annotations.NullMarked;
