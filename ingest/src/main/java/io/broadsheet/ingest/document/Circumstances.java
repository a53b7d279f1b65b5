package io.broadsheet.ingest.document;

import io.broadsheet.ingest.charset.Decoding;

import java.util.OptionalInt;

/**
 * What surrounds an article that is being read.
 *
 * @param document it is in
 * @param text how that was decoded
 * @param item which of its items it is, from 0; empty if the document is the article
 */
record Circumstances(Document document, Decoding.Decoded text, OptionalInt item) {}
