package io.broadsheet.e2e.faults.check;

import io.broadsheet.e2e.faults.offer.Offer;

import java.util.Optional;

/**
 * An offer, and whether it was accepted.
 *
 * @param offer what was offered
 * @param ok whether the cursor of the file was committed, or the broker acknowledged the record
 * @param place where the record was acknowledged; empty for a file
 */
public record Accepted(Offer offer, boolean ok, Optional<Place> place) {}
