@NullMarked
package io.broadsheet.enrich.image.service;

import org.jspecify.annotations.NullMarked;
