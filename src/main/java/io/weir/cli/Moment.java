package io.weir.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A time in the past, as a person gives it.
 *
 * @param words the same for a person
 */
record Moment(Instant instant, String words) {

  /**
   * Reads a date, which means its end in UTC, or a time with its offset.
   *
   * @throws IllegalArgumentException when it is neither, or lies in the future
   */
  static Moment parse(String text, Clock clock) {
    Instant now = clock.instant();
    Optional<LocalDate> day = day(text);
    if (day.isPresent()) {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      if (day.get().equals(today)) {
        return new Moment(now, "today so far, " + today + " in UTC");
      }
      // The history keeps milliseconds.
      Instant end = day.get().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
      return past(end, "at the end of " + day.get() + " in UTC", now);
    }
    Instant time = time(text);
    return past(time, "at " + time, now);
  }

  private static Moment past(Instant instant, String words, Instant now) {
    if (instant.isAfter(now)) {
      throw new IllegalArgumentException(
          "What will be in force " + words + " is not known; it is " + now + " now.");
    }
    return new Moment(instant, words);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "Expected a day such as 2026-03-07 or a time such as 2026-03-07T12:00:00Z, but was '"
              + text
              + "'.",
          e);
    }
  }
}
