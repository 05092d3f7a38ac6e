package io.weir.screening;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Transfers that two threads look at, in pieces and in their order: one looks ahead, the other asks
 * for each in turn and looks at what has not been begun. A thread that comes too late finds nothing
 * left to do, so nobody waits for it.
 */
final class SharedLook {
  private final List<ConsumerRecord<byte[], byte[]>> records;
  private final int piece;
  private final boolean[] clear;
  private final AtomicInteger next = new AtomicInteger();
  private final List<CountDownLatch> missing;

  /**
   * @param piece how many transfers a thread takes at a time
   * @param clear for the index of each, whether it is certainly clear; must be false before
   */
  SharedLook(List<ConsumerRecord<byte[], byte[]>> records, int piece, boolean[] clear) {
    this.records = records;
    this.piece = piece;
    this.clear = clear;
    int pieces = (records.size() + piece - 1) / piece;
    this.missing = Stream.generate(() -> new CountDownLatch(1)).limit(pieces).toList();
  }

  /**
   * Looks ahead until every piece has been begun.
   *
   * @param look of this thread alone
   */
  void ahead(QuickLook look) {
    boolean more = true;
    while (more) {
      more = takeOne(look);
    }
  }

  /**
   * Sees to it that a transfer has been looked at.
   *
   * @param look of this thread alone
   * @return the index behind its piece: all before that which were asked for have been, too
   */
  int await(int index, QuickLook look) {
    CountDownLatch wanted = missing.get(index / piece);
    boolean more = true;
    while (more && wanted.getCount() > 0) {
      more = takeOne(look);
    }
    Uninterruptibles.awaitUninterruptibly(wanted);
    return Math.min(records.size(), (index / piece + 1) * piece);
  }

  /** Lets nobody begin another piece, and waits for those that have been begun. */
  void end() {
    int begun = Math.min(next.getAndSet(records.size()), records.size());
    for (int begin = 0; begin < begun; begin += piece) {
      Uninterruptibles.awaitUninterruptibly(missing.get(begin / piece));
    }
  }

  private boolean takeOne(QuickLook look) {
    int begin = next.getAndAdd(piece);
    if (begin >= records.size()) {
      return false;
    }
    try {
      look.look(records, begin, Math.min(records.size(), begin + piece), clear);
    } finally {
      // What a failed look did not come to is not called clear, and its thread says why.
      missing.get(begin / piece).countDown();
    }
    return true;
  }
}
