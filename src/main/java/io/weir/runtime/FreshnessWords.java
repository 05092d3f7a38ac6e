package io.weir.runtime;

import io.weir.domain.Freshness;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The freshness of lists in words, for people. */
public final class FreshnessWords {
  private static final int HOURS_SHOWN_BELOW_DAYS = 2;

  private FreshnessWords() {}

  /** What is so, and what to do. */
  public static String sentence(Freshness list) {
    String name = name(list);
    return switch (list.state()) {
      case FRESH -> name + " was found in force " + words(list.age()) + " ago.";
      case STALE ->
          name
              + " was last found in force "
              + words(list.age())
              + " ago, and its limit is "
              + words(list.limit())
              + ". Fetch it again: weir lists sync, or weir lists load FILE";
      case UNKNOWN ->
          "How old "
              + name
              + " is cannot be told: its manifest cannot be read, or names a time that lies ahead."
              + " Load it again: weir lists sync, or weir lists load FILE; and check the clocks of"
              + " the machines that load lists";
    };
  }

  /** Days and hours, hours and minutes, or minutes, whichever says enough. */
  public static String words(Duration time) {
    if (time.toDays() >= HOURS_SHOWN_BELOW_DAYS) {
      return part(time.toDays(), "d", time.toHoursPart(), "h");
    }
    return time.toHours() >= 1
        ? part(time.toHours(), "h", time.toMinutesPart(), "min")
        : time.toMinutes() + " min";
  }

  private static String words(Optional<Duration> time) {
    return time.map(FreshnessWords::words).orElse("not known");
  }

  /** The key of a record may be anything; what goes into a log and over HTTP is one line. */
  private static String name(Freshness list) {
    return (list.authority() + "/" + list.list()).replaceAll("\\p{C}+", " ");
  }

  private static String part(long large, String unit, int small, String smallUnit) {
    return small == 0
        ? large + " " + unit
        : String.format(Locale.ROOT, "%d %s %d %s", large, unit, small, smallUnit);
  }
}
