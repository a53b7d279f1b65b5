/** The topics as an AsyncAPI document, made from what the contract declares. */
@NullMarked
package io.broadsheet.app.asyncapi;

import org.jspecify.annotations.NullMarked;
