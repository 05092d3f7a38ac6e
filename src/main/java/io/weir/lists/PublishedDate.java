package io.weir.lists;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Dates as publications write them. */
final class PublishedDate {
  private static final int ISO_LENGTH = "2026-09-22".length();

  private static final DateTimeFormatter DAY_MONTH_YEAR =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private PublishedDate() {}

  /** The day of {@code 2026-09-22} or {@code 2026-09-22T20:01:34+02:00}, on the clock it names. */
  static Optional<LocalDate> leadingIso(String text) {
    boolean time = text.length() > ISO_LENGTH && "TZ+-".indexOf(text.charAt(ISO_LENGTH)) >= 0;
    return parse(time ? text.substring(0, ISO_LENGTH) : text, DateTimeFormatter.ISO_LOCAL_DATE);
  }

  /** The day of {@code 22/09/2026}. */
  static Optional<LocalDate> dayMonthYear(String text) {
    return parse(text, DAY_MONTH_YEAR);
  }

  private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDate.parse(text, format));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
