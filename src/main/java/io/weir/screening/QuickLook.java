package io.weir.screening;

import io.weir.address.Family;
import io.weir.address.Fingerprint;
import io.weir.address.QuickChains;
import io.weir.address.QuickReader;
import io.weir.avro.PartySkimmer;
import io.weir.avro.SkimmedParties;
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
final class QuickLook {
  /*
   * Measured reason to be: nearly every transfer is clear, and to read its parties to strings, legs
   * and keys was most of what screening did beside Kafka Streams (ADR-0016).
   */

  private static final int USUAL_RECORDS = 256;

  private final PartySkimmer skimmer;
  private final QuickChains chains;
  private final ListIndex list;
  private final SkimmedParties found = new SkimmedParties();
  private final QuickReader addresses = new QuickReader();

  /** Of each record, whether every key was read. */
  private boolean[] read = new boolean[USUAL_RECORDS];

  /** Of each record, where its keys end; they begin where those of the one before it end. */
  private int[] ends = new int[USUAL_RECORDS];

  /** Fingerprints of the keys of all parties. */
  private long[] keys = new long[4 * USUAL_RECORDS];

  /** Of each key, 0 when it is certainly not on the list. */
  private long[] listed = new long[keys.length];

  private int count;

  /**
   * @param skimmer of the reader that reads what is not clear: from it are the writers' schemas
   */
  QuickLook(PartySkimmer skimmer, QuickChains chains, ListIndex list) {
    this.skimmer = skimmer;
    this.chains = chains;
    this.list = list;
  }

  /**
   * Looks at some of the transfers that came together.
   *
   * @param begin index of the first
   * @param end index behind the last
   * @param clear for the index of each, whether it is certainly clear; must be false before
   */
  void look(List<ConsumerRecord<byte[], byte[]>> records, int begin, int end, boolean[] clear) {
    int size = end - begin;
    if (read.length < size) {
      read = new boolean[size];
      ends = new int[size];
    }
    count = 0;
    for (int index = 0; index < size; index++) {
      int before = count;
      read[index] = readsAll(records.get(begin + index).value());
      if (!read[index]) {
        count = before;
      }
      ends[index] = count;
    }
    if (listed.length < keys.length) {
      listed = new long[keys.length];
    }
    // All at once, so that one look-up need not wait for the memory of another (ADR-0020).
    list.lookUp(keys, count, listed);
    int key = 0;
    for (int index = 0; index < size; index++) {
      boolean certain = read[index];
      for (; key < ends[index]; key++) {
        if (listed[key] != 0) {
          certain = false;
        }
      }
      clear[begin + index] = certain;
    }
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
