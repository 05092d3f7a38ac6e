package io.weir.embedded;

import org.jspecify.annotations.Nullable;

/**
 * A reason why the embedded broker or registry cannot start or stop, in a sentence for its user.
 */
public final class EmbeddedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedFailure(String message) {
    this(message, null);
  }

  EmbeddedFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
