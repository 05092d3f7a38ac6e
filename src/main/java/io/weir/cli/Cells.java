package io.weir.cli;

/** Texts of strangers made fit for a table: one line, no control characters, not too long. */
final class Cells {
  private static final int LONGEST = 60;

  private Cells() {}

  static String of(String text) {
    // A published name may hold a line break, or what a terminal takes for a command.
    String line = text.replaceAll("\\p{C}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
