/** The AsyncAPI document against what it describes and against its standard. */
@NullMarked
package io.broadsheet.app.asyncapi;

import org.jspecify.annotations.NullMarked;
