package io.weir.screening;

import io.weir.address.Family;
import io.weir.address.Fingerprint;
import io.weir.address.QuickChains;
import io.weir.address.QuickReader;
import io.weir.avro.PartySkimmer;
import io.weir.avro.SkimmedParties;
import io.weir.avro.TransferReader;
import io.weir.domain.Legs;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

  private static final int USUAL_RECORDS = 1024;

  private final PartySkimmer skimmer;
  private final QuickChains chains;
  private final ListIndex list;
  private final SkimmedParties found = new SkimmedParties();
  private final QuickReader addresses = new QuickReader();

  private boolean[] clear = new boolean[USUAL_RECORDS];

  /** Of each record, where its keys end; they begin where those of the one before it end. */
  private int[] ends = new int[USUAL_RECORDS];

  /** Fingerprints of the keys of all parties. */
  private long[] keys = new long[4 * USUAL_RECORDS];

  private int count;

  /**
   * @param reader the one that reads what is not clear: from it are the writers' schemas
   */
  CertainlyClear(TransferReader reader, QuickChains chains, ListIndex list) {
    this.skimmer = reader.skimmer();
    this.chains = chains;
    this.list = list;
  }

  /**
   * Looks at transfers, by their bytes on the transfers topic; {@link #test} then tells of each.
   */
  void look(List<ConsumerRecord<byte[], byte[]>> records) {
    if (clear.length < records.size()) {
      clear = new boolean[records.size()];
      ends = new int[records.size()];
    }
    count = 0;
    for (int index = 0; index < records.size(); index++) {
      int before = count;
      clear[index] = readsAll(records.get(index).value());
      if (!clear[index]) {
        count = before;
      }
      ends[index] = count;
    }
    // All at once, so that one look-up need not wait for the memory of another (ADR-0020).
    int key = 0;
    for (int index = 0; index < records.size(); index++) {
      for (; key < ends[index]; key++) {
        if (list.mayList(keys[key])) {
          clear[index] = false;
        }
      }
    }
  }

  /**
   * Whether a transfer is certainly clear.
   *
   * @param index of its record among those looked at
   */
  boolean test(int index) {
    return clear[index];
  }

  /**
   * Whether a transfer is certainly clear by the list as it is now; the others are not forgotten.
   */
  boolean testAlone(byte @Nullable [] value) {
    count = 0;
    if (!readsAll(value)) {
      return false;
    }
    for (int key = 0; key < count; key++) {
      if (list.mayList(keys[key])) {
        return false;
      }
    }
    return true;
  }

  private boolean readsAll(byte @Nullable [] value) {
    if (!skimmer.skim(value, found) || found.isDropped() || !found.isSomebody() || !hasGoodId()) {
      return false;
    }
    Family family = chains.find(found.bytes(), found.chainFrom(), found.chainTo());
    return family != null && readsKeys(family);
  }

  /** In characters an id is no longer than in bytes. */
  private boolean hasGoodId() {
    return found.transferIdBytes() > 0 && found.transferIdBytes() <= Legs.MAX_TRANSFER_ID;
  }

  private boolean readsKeys(Family family) {
    for (int party = 0; party < found.count(); party++) {
      long key = addresses.read(family, found.bytes(), found.from(party), found.to(party));
      if (key == Fingerprint.NONE) {
        return false;
      }
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, 2 * count);
      }
      keys[count++] = key;
    }
    return true;
  }
}
