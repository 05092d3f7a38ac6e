package io.weir.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a mistyped one most likely stands for. */
final class Suggestions {
  private Suggestions() {}

  /** A sentence that offers the closest known name, or nothing when none is close. */
  static String sentence(String given, Collection<String> known) {
    return closest(given, known).map(name -> " Did you mean " + name + "?").orElse("");
  }

  static Optional<String> closest(String given, Collection<String> known) {
    // A third of the letters: enough for a forgotten word part, too little for another key.
    int limit = Math.max(2, given.length() / 3);
    return known.stream()
        .filter(name -> distance(given, name) <= limit || name.startsWith(given))
        .min(
            Comparator.comparingInt((String name) -> distance(given, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's distance: the fewest letters to insert, remove or replace. */
  static int distance(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] here = new int[right.length() + 1];
      here[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int replaced = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        here[column] =
            Math.min(Math.min(here[column - 1], above[column]) + 1, above[column - 1] + replaced);
      }
      above = here;
    }
    return above[right.length()];
  }
}
