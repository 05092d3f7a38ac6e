package io.weir.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long ago a list was found in force, held against how long ago that may be.
 *
 * @param authority who publishes it
 * @param list which of its lists
 * @param state the judgement
 * @param age since the publication was read, or found to be still the newest; empty when not known
 * @param limit what the age may be; empty when the list does not age
 */
public record Freshness(
    String authority, String list, State state, Optional<Duration> age, Optional<Duration> limit) {

  /** Clocks of two machines may differ by so much; a time that lies further ahead is no time. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

  /** What a list's age says of it. */
  public enum State {
    /** Not older than it may be. */
    FRESH,
    /** Older than it may be: what was listed since is not known here. */
    STALE,
    /** Its manifest cannot be read, or names a time that lies ahead. */
    UNKNOWN
  }

  /** Whether the list is no older than it may be, for certain. */
  public boolean isFresh() {
    return state == State.FRESH;
  }

  /** Judges a list by its manifest. */
  public static Freshness of(ListManifest manifest, AgeLimits limits, Instant now) {
    Duration age = Duration.between(manifest.loadedAt(), now);
    Optional<Duration> limit = limits.of(manifest.authority(), manifest.list());
    if (age.plus(CLOCK_DIFFERENCE).isNegative()) {
      return new Freshness(
          manifest.authority(), manifest.list(), State.UNKNOWN, Optional.empty(), limit);
    }
    boolean stale = limit.map(most -> age.compareTo(most) > 0).orElse(false);
    return new Freshness(
        manifest.authority(),
        manifest.list(),
        stale ? State.STALE : State.FRESH,
        Optional.of(age.isNegative() ? Duration.ZERO : age),
        limit);
  }

  /**
   * What is known of a list whose manifest cannot be read.
   *
   * @param key of the manifest's record, {@code authority/list}
   */
  public static Freshness unknown(String key, AgeLimits limits) {
    int slash = key.indexOf('/');
    String authority = slash < 0 ? key : key.substring(0, slash);
    String list = slash < 0 ? "" : key.substring(slash + 1);
    return new Freshness(
        authority, list, State.UNKNOWN, Optional.empty(), limits.of(authority, list));
  }
}
