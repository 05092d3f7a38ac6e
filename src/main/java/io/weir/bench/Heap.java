package io.weir.bench;

import java.lang.management.ManagementFactory;

/** The heap of this process. */
final class Heap {
  /** The second finds what the first one's references and finalizers let go of. */
  private static final int COLLECTIONS = 3;

  private Heap() {}

  /** Bytes of the objects that are in use, after a full collection. */
  static long live() {
    for (int i = 0; i < COLLECTIONS; i++) {
      ManagementFactory.getMemoryMXBean().gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
