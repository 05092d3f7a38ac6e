package io.weir.bench;

import org.jspecify.annotations.Nullable;

/** A reason why a benchmark has no figures, in a sentence for its user. */
public final class BenchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchFailure(String message) {
    this(message, null);
  }

  BenchFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
