package io.weir.bench;

import java.util.Locale;
import java.util.OptionalLong;

/** Figures as people read them. */
final class Format {
  private static final double MEBIBYTE = 1 << 20;

  private Format() {}

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** From the least to the most, and how far that is as a share of the median. */
  static String spread(Stats stats) {
    return text("%,.0f-%,.0f (%.0f%%)", stats.least(), stats.most(), stats.spread() * 100);
  }

  static String memory(OptionalLong bytes) {
    return bytes.isPresent() ? text("%,.0f MiB", bytes.getAsLong() / MEBIBYTE) : "unknown";
  }
}
