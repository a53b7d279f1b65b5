/** Records as JSON, for people and machines that do not speak Avro. */
@NullMarked
package io.broadsheet.schemas.json;

import org.jspecify.annotations.NullMarked;
