package io.weir.audit;

import io.weir.address.Address;
import java.util.List;

/**
 * What a transfer says that matters to its screening.
 *
 * @param transferId empty text when the record cannot be read
 * @param dropped whether its status is DROPPED
 * @param legs every party that could be read
 * @param reason why it cannot be screened in full; empty text when it can
 */
record Facts(String transferId, boolean dropped, List<Leg> legs, String reason) {

  /** A party, by its role in the transfer. */
  record Leg(String role, Address address) {
    String key() {
      return address.key().toString();
    }
  }

  static Facts unreadable(String reason) {
    return new Facts("", false, List.of(), reason);
  }
}
