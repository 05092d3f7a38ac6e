package io.weir.domain;

/**
 * A listing and when it came or went.
 *
 * @param position offset of the list row that brought it or took it away
 */
public record KnownListing(Listing listing, long position) {}
