package io.weir.cli;

import io.weir.domain.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** An alert on one line, for people. */
final class AlertLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A hash, or whatever is as long. */
  private static final Pattern LONG_HASH =
      Pattern.compile("([A-Za-z0-9]{10})[A-Za-z0-9]{20,}([A-Za-z0-9]{4})");

  private AlertLine() {}

  static String of(Alert alert) {
    return printable(
        String.format(
            Locale.ROOT,
            "%s %-7s %-8s %s  %s  [%s]",
            time(alert.raisedAt()),
            alert.action(),
            alert.severity(),
            alert.kind(),
            alert.summary(),
            shortened(alert.transfer().transferId())));
  }

  /** Enough of each long part to find it by; JSON has the whole. */
  private static String shortened(String id) {
    return LONG_HASH.matcher(id).replaceAll("$1…$2");
  }

  static String time(Instant instant) {
    return TIME.format(instant) + "Z";
  }

  /** Addresses and ids are texts of strangers; a terminal obeys control characters. */
  static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
