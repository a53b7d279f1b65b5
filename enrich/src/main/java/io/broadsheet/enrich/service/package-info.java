/** Enrichment as a service: its settings, its start and its end. */
@NullMarked
package io.broadsheet.enrich.service;

import org.jspecify.annotations.NullMarked;
