package io.weir.screening;

import io.weir.address.Family;
import io.weir.address.Fingerprint;
import io.weir.address.QuickChains;
import io.weir.address.QuickReader;
import io.weir.avro.SkimmedParties;
import io.weir.avro.TransferReader;
import io.weir.domain.Legs;
import org.jspecify.annotations.Nullable;

/**
 * Tells most of the transfers that are clear, without making an object.
 *
 * <p>What it calls clear is what the decisions in {@code domain} call clear. On everything else,
 * and whenever it is not sure, it says no, and they decide. Not safe for several threads.
 */
final class CertainlyClear {
  /*
   * Measured reason to be: nearly every transfer is clear, and to read its parties to strings, legs
   * and keys was most of what screening did beside Kafka Streams (ADR-0016).
   */

  private final TransferReader reader;
  private final QuickChains chains;
  private final ListIndex list;
  private final SkimmedParties found = new SkimmedParties();
  private final QuickReader addresses = new QuickReader();

  /**
   * @param reader the one that reads what is not clear: from it are the writers' schemas
   */
  CertainlyClear(TransferReader reader, QuickChains chains, ListIndex list) {
    this.reader = reader;
    this.chains = chains;
    this.list = list;
  }

  /** Whether a transfer is certainly clear, by its bytes on the transfers topic. */
  boolean test(byte @Nullable [] value) {
    if (!reader.skim(value, found) || found.isDropped() || !found.isSomebody() || !hasGoodId()) {
      return false;
    }
    Family family = chains.find(found.bytes(), found.chainFrom(), found.chainTo());
    return family != null && listsNone(family);
  }

  /** In characters an id is no longer than in bytes. */
  private boolean hasGoodId() {
    return found.transferIdBytes() > 0 && found.transferIdBytes() <= Legs.MAX_TRANSFER_ID;
  }

  private boolean listsNone(Family family) {
    for (int party = 0; party < found.count(); party++) {
      long key = addresses.read(family, found.bytes(), found.from(party), found.to(party));
      if (key == Fingerprint.NONE || list.mayList(key)) {
        return false;
      }
    }
    return true;
  }
}
