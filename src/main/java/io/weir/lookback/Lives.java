package io.weir.lookback;

import java.util.Map;
import java.util.Optional;

/** The lives of the hits of one partition's transfers. */
interface Lives {

  /**
   * That a transfer was dropped by its chain.
   *
   * @param offset of the last record that said so
   * @param times how often it was said
   */
  record Dropped(long offset, int times) {}

  /** Where a hit stands; empty when nothing is known of it. */
  Optional<HitLife> hit(String transferId, String hitId);

  /** Where the hits of a transfer stand, by hit id. */
  Map<String, HitLife> hits(String transferId);

  void put(String transferId, String hitId, HitLife life);

  /**
   * Notes that a transfer has another record: the lives of its hits matter as long as that is
   * there.
   */
  default void seen(Passed transfer) {
    hits(transfer.transferId())
        .forEach(
            (hit, life) -> {
              if (life.lastOffset() < transfer.offset()) {
                put(transfer.transferId(), hit, life.seenAt(transfer.offset()));
              }
            });
  }

  void forget(String transferId, String hitId);

  /** When a transfer was dropped; empty when it never was. */
  Optional<Dropped> dropped(String transferId);

  void putDropped(String transferId, Dropped dropped);
}
