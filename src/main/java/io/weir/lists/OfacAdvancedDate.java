package io.weir.lists;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A date of {@code sdn_advanced.xml}: year, month and day as elements of their own. */
final class OfacAdvancedDate {
  private OfacAdvancedDate() {}

  /** Reads the element that the cursor stands at; empty when it holds no date of the calendar. */
  static Optional<LocalDate> read(XmlCursor xml) throws IOException, ListRefused {
    Map<String, String> parts = new HashMap<>();
    xml.children(part -> parts.put(part, xml.text()));
    try {
      return Optional.of(
          LocalDate.of(number(parts, "Year"), number(parts, "Month"), number(parts, "Day")));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Map<String, String> parts, String part) {
    return Integer.parseInt(parts.getOrDefault(part, ""));
  }
}
