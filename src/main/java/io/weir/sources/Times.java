package io.weir.sources;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 90s}, {@code 15m}, {@code 1h}, {@code 3d}. */
final class Times {
  /** Six digits: of days, longer than anybody waits, and of seconds no overflow. */
  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})([smhd])");

  private Times() {}

  /** Empty when it is no such time. */
  static Optional<Duration> parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }
}
