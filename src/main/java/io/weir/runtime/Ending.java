package io.weir.runtime;

/**
 * How a run of the application ended.
 *
 * @param how which way, for an exit code
 * @param message what to tell the operator; empty text when it ended as asked
 */
public record Ending(How how, String message) {

  /** The ways a run can end. */
  public enum How {
    STOPPED_AS_ASKED,
    LIST_UNUSABLE,
    STREAM_FAILED,
    STOP_TIMED_OUT
  }
}
