package io.weir.sources;

import java.time.Duration;

/**
 * What one download may cost.
 *
 * @param connect to reach the server
 * @param stall without a byte from it, before the headers and between parts of the body
 * @param total from the first try to the last byte, pauses included
 * @param maxBytes of the file, as sent and as unpacked
 * @param tries the first one counted
 * @param firstPause before the second try; it doubles from try to try
 * @param longestPause also when the server asks for a longer one
 */
public record FetchLimits(
    Duration connect,
    Duration stall,
    Duration total,
    long maxBytes,
    int tries,
    Duration firstPause,
    Duration longestPause) {

  /** Of a connection: a server farther away than this is away. */
  private static final Duration CONNECT = Duration.ofSeconds(15);

  private static final int TRIES = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** The limits of a configuration. */
  public static FetchLimits of(Duration stall, Duration total, long maxBytes) {
    return new FetchLimits(
        CONNECT.compareTo(stall) < 0 ? CONNECT : stall,
        stall,
        total,
        maxBytes,
        TRIES,
        FIRST_PAUSE,
        LONGEST_PAUSE);
  }
}
