package io.weir.domain;

/**
 * A row of a publication that could not be loaded as an address.
 *
 * @param line in the publication, from 1; 0 when unknown
 * @param entryId the authority's id of the entry; empty text when unknown
 * @param text as published
 * @param reason why, in a sentence
 */
public record SkippedRow(int line, String entryId, String text, String reason) {}
