package io.weir.bench;

import io.weir.domain.Ids;
import io.weir.domain.Role;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import java.util.Optional;

/**
 * A transfer of a load, and the one hit that was planted in it.
 *
 * @param hit empty when screening must find nothing
 */
record LoadTransfer(Transfer transfer, Optional<Planted> hit) {

  /** Who is listed, and what the listed party does. */
  record Planted(SanctionedAddress row, Role role) {}

  /** The id of the hit that screening must raise. */
  Optional<String> hitId() {
    return hit.map(
        planted ->
            Ids.hit(
                transfer.transferId(),
                planted.role(),
                planted.row().key(),
                planted.row().listings().get(0).listingId()));
  }

  /**
   * Whether a comparison of texts finds the hit that looks at the first sender and the first
   * receiver alone.
   */
  boolean isFoundByText() {
    return hit.filter(
            planted ->
                (planted.role() == Role.SENDER ? transfer.senders() : transfer.receivers())
                    .get(0)
                    .address()
                    .equals(planted.row().listings().get(0).address()))
        .isPresent();
  }
}
