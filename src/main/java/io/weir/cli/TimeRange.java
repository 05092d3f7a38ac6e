package io.weir.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, as {@code --from} and {@code --to} give it: days in UTC, both counted in, or
 * times with their offsets.
 *
 * @param from the first moment; empty for the beginning
 * @param to the first moment that is left out; empty for no end
 */
record TimeRange(Optional<Instant> from, Optional<Instant> to) {

  /**
   * Reads the values of the two options.
   *
   * @throws IllegalArgumentException when one is no time, or nothing lies between them
   */
  static TimeRange parse(@Nullable String from, @Nullable String to, Instant now) {
    TimeRange range =
        new TimeRange(
            Optional.ofNullable(from).map(text -> moment("--from", text, 0)),
            Optional.ofNullable(to).map(text -> moment("--to", text, 1)));
    if (range.from.filter(first -> first.isAfter(now)).isPresent()) {
      throw new IllegalArgumentException(
          "--from lies in the future, where nothing has passed yet; it is " + now + " now.");
    }
    if (range.from.isPresent()
        && range.to.isPresent()
        && !range.from.get().isBefore(range.to.get())) {
      throw new IllegalArgumentException("--from must lie before --to.");
    }
    return range;
  }

  /**
   * @param more days to add to a day
   */
  private static Instant moment(String option, String text, int more) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      try {
        return LocalDate.parse(text).plusDays(more).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            option
                + " expects a day such as 2026-03-07 or a time such as 2026-03-07T12:00:00Z, but"
                + " was '"
                + text
                + "'.",
            e);
      }
    }
  }
}
