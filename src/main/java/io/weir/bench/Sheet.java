package io.weir.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of figures for people.
 *
 * @param rows as many cells each as there are headings
 * @param notes lines below it
 */
public record Sheet(List<String> headings, List<List<String>> rows, List<String> notes) {
  public Sheet {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /** Collects the rows of a sheet. */
  static final class Rows {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Rows(String... headings) {
      this.headings = List.of(headings);
    }

    Rows row(String... cells) {
      if (cells.length != headings.size()) {
        throw new IllegalArgumentException(cells.length + " cells under " + headings);
      }
      rows.add(List.of(cells));
      return this;
    }

    Sheet with(String... notes) {
      return new Sheet(headings, rows, List.of(notes));
    }
  }
}
