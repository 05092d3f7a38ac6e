package io.weir.screening;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Transfers that two threads look at: each takes the next piece as long as there is one. A thread
 * that comes too late finds nothing left to do, so nobody waits for it.
 */
final class SharedLook {
  private final List<ConsumerRecord<byte[], byte[]>> records;
  private final int piece;
  private final boolean[] clear;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch missing;

  /**
   * @param piece how many transfers a thread takes at a time
   * @param clear for the index of each, whether it is certainly clear; must be false before
   */
  SharedLook(List<ConsumerRecord<byte[], byte[]>> records, int piece, boolean[] clear) {
    this.records = records;
    this.piece = piece;
    this.clear = clear;
    this.missing = new CountDownLatch((records.size() + piece - 1) / piece);
  }

  /**
   * Takes pieces until there are none.
   *
   * @param look of this thread alone
   */
  void take(QuickLook look) {
    for (int begin = take(); begin < records.size(); begin = take()) {
      try {
        look.look(records, begin, Math.min(records.size(), begin + piece), clear);
      } finally {
        // Where a look has failed nothing is called clear, and its thread says why.
        missing.countDown();
      }
    }
  }

  private int take() {
    return next.getAndAdd(piece);
  }

  /** Waits for the pieces that others have taken; {@code clear} then has all they found. */
  void awaitOthers() {
    Uninterruptibles.awaitUninterruptibly(missing);
  }
}
