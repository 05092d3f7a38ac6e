package io.weir.domain;

import io.weir.address.AddressKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One event in the life of a list. The events of one load share its id and lie together, {@link
 * Kind#PUBLISHED} last.
 *
 * @param loadId names the load
 * @param at when the load took place; never before an earlier load
 * @param key of the listing; empty where the event is about no single listing, as are listing and
 *     before
 * @param listing as it is from now on or, when {@link Kind#REMOVED}, as it was
 * @param before when {@link Kind#AMENDED}, the listing as it was
 * @param manifest when {@link Kind#PUBLISHED}, that of the load; empty when the list was withdrawn
 *     as a whole
 * @param refusal when {@link Kind#REFUSED}, why
 */
public record ListEvent(
    String loadId,
    Instant at,
    Kind kind,
    String authority,
    String list,
    Optional<AddressKey> key,
    Optional<Listing> listing,
    Optional<Listing> before,
    Optional<ListManifest> manifest,
    Optional<Refusal> refusal) {

  /** What happened. */
  public enum Kind {
    /** A listing was in force before the history began. */
    HELD,
    /** A listing was added. */
    ADDED,
    /** A listing changed. */
    AMENDED,
    /** A listing was withdrawn. */
    REMOVED,
    /** A load took effect. */
    PUBLISHED,
    /** A publication was refused. */
    REFUSED
  }
}
