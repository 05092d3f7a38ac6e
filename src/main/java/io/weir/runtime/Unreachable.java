package io.weir.runtime;

/** The cluster or the registry does not answer, or does not let Weir in; the message says why. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
