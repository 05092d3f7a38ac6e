package io.weir.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the remarks of an entry of {@code sdn.csv} say of addresses and other names: statements that
 * semicolons part, such as {@code Digital Currency Address - XBT 12QtD5…} and {@code a.k.a. 'X'}.
 *
 * @param seam the address that was put together from two files; empty when none was
 */
record OfacRemark(List<OfacId> ids, List<String> aliases, Optional<OfacId> seam) {

  private static final Pattern ALIAS =
      Pattern.compile("(?:alt\\. )?[afn]\\.k\\.a\\. '(.*)'", Pattern.DOTALL);

  /** Reads a remark that stands in one file. */
  static OfacRemark of(int line, String text) {
    return of(line, text, 0);
  }

  /**
   * Reads a remark.
   *
   * @param seam where the second file goes on; 0 when all is in the first
   */
  static OfacRemark of(int line, String text, int seam) {
    List<OfacId> ids = new ArrayList<>();
    List<String> aliases = new ArrayList<>();
    Optional<OfacId> atSeam = Optional.empty();
    int start = 0;
    while (start < text.length()) {
      int semicolon = text.indexOf(';', start);
      int end = semicolon < 0 ? text.length() : semicolon;
      String statement = statement(text.substring(start, end));
      Optional<OfacId> id = OfacId.ofRemark(line, statement);
      id.ifPresent(ids::add);
      if (start < seam && seam <= end) {
        atSeam = id;
      }
      Matcher alias = ALIAS.matcher(statement);
      if (alias.matches()) {
        aliases.add(alias.group(1));
      }
      start = end + 1;
    }
    return new OfacRemark(ids, aliases, atSeam);
  }

  /** Without the full stop that ends the remarks. */
  private static String statement(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
