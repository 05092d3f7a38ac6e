package io.weir.runtime;

/**
 * Something about a topic that is not as it must be.
 *
 * @param topic its name
 * @param severity whether Weir starts all the same
 * @param finding what is so, and what must be
 * @param mend the command that mends it
 */
public record TopicFinding(String topic, Severity severity, String finding, String mend) {

  /** Whether Weir can work with what was found. */
  public enum Severity {
    /** Weir refuses to start. */
    ERROR,
    /** Weir starts; an operator should look at it. */
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
