package io.weir.screening;

import io.weir.address.QuickChains;
import io.weir.avro.TransferReader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of the transfers that came together are certainly clear, by a {@link QuickLook} at
 * each; when they are many, a second thread looks ahead of the one that asks. Not safe for several
 * threads.
 */
final class CertainlyClear {
  /**
   * Fewer transfers than make two pieces are not worth waking a thread for. Measured: pieces of 32
   * to 128 transfers make no difference.
   */
  private static final int PIECE = 64;

  private final QuickLook own;
  private final QuickLook helpers;
  private final Executor helper;

  private boolean[] clear = new boolean[16 * PIECE];

  /** While not all of them have been looked at. */
  private @Nullable SharedLook shared;

  /** Index behind those that have been. */
  private int looked;

  private int count;

  /**
   * @param reader the one that reads what is not clear: from it are the writers' schemas
   * @param helper may do what it is given at any time, and need not
   */
  CertainlyClear(TransferReader reader, QuickChains chains, ListIndex list, Executor helper) {
    this.own = new QuickLook(reader.skimmer(), chains, list);
    this.helpers = new QuickLook(reader.skimmer(), chains, list);
    this.helper = helper;
  }

  /**
   * Begins to look at transfers, by their bytes on the transfers topic; {@link #test} then tells of
   * each, in their order.
   */
  void look(List<ConsumerRecord<byte[], byte[]>> records) {
    // Those before may have been given up halfway.
    endShared();
    if (clear.length < records.size()) {
      clear = new boolean[records.size()];
    }
    Arrays.fill(clear, 0, records.size(), false);
    count = records.size();
    if (count < 2 * PIECE) {
      own.look(records, 0, count, clear);
      return;
    }
    SharedLook begun = new SharedLook(records, PIECE, clear);
    shared = begun;
    looked = 0;
    helper.execute(() -> begun.ahead(helpers));
  }

  /**
   * Whether a transfer is certainly clear, by the list as it was when {@link #look} was called or
   * later.
   *
   * @param index of its record among those looked at
   */
  boolean test(int index) {
    if (shared != null && index >= looked) {
      looked = shared.await(index, own);
      if (looked == count) {
        endShared();
      }
    }
    return clear[index];
  }

  /** Nobody looks at them any more, and nothing keeps them. */
  private void endShared() {
    if (shared != null) {
      shared.end();
      shared = null;
    }
  }

  /**
   * Whether a transfer is certainly clear by the list as it is now. For those that came with it
   * this is to be asked, too: they are looked at no further.
   */
  boolean testAlone(ConsumerRecord<byte[], byte[]> record) {
    endShared();
    boolean[] alone = {false};
    own.look(List.of(record), 0, 1, alone);
    return alone[0];
  }
}
