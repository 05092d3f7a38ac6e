package io.weir.runtime;

/** The cluster answered, and refused to create a topic; the message names it and the reason. */
public final class TopicsNotCreated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicsNotCreated(String message, Throwable cause) {
    super(message, cause);
  }
}
