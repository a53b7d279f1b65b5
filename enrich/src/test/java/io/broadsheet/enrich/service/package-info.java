/** Tests of the service, on the embedded platform. */
@NullMarked
package io.broadsheet.enrich.service;

import org.jspecify.annotations.NullMarked;
