package io.weir.runtime;

import org.jspecify.annotations.Nullable;

/** Looks through what Kafka Streams wraps around an exception. */
final class Causes {
  private Causes() {}

  /** The first cause of this type; null when there is none. */
  static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  /** The innermost cause. */
  static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
