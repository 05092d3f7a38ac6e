package io.weir.lists;

import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * OFAC's {@code sdn_comments.csv}: how the remarks go on that {@code sdn.csv} cuts at its field
 * limit. Two columns, the number of the entry and the rest of its remark.
 */
final class OfacComments {
  static final String FILE = "sdn_comments.csv";

  private static final int COLUMNS = 2;

  private final boolean given;
  private final Map<String, String> rests = new LinkedHashMap<>();

  private OfacComments(boolean given) {
    this.given = given;
  }

  /** For an {@code sdn.csv} that comes alone. */
  static OfacComments none() {
    return new OfacComments(false);
  }

  static OfacComments read(Companion companion) throws IOException, ListRefused {
    String name = companion.name();
    OfacComments comments = new OfacComments(true);
    try {
      EndMarkReader text = new EndMarkReader(Utf8.reader(companion.file()));
      CsvRows.read(name, text, (line, values) -> comments.add(name + ":" + line, values));
      requireWhole(name, text);
    } catch (CharacterCodingException e) {
      throw new ListRefused(Reason.INCOMPLETE, name, "is not UTF-8. Fetch the file again.", e);
    } catch (TooLarge e) {
      throw new ListRefused(
          Reason.TOO_LARGE, name, "larger than any " + FILE + ". Fetch the file again.", e);
    }
    return comments;
  }

  /** Whether there is such a file at all. */
  boolean isGiven() {
    return given;
  }

  /** How the remark of an entry goes on; gives it once. */
  Optional<String> take(String entry) {
    return Optional.ofNullable(rests.remove(entry));
  }

  /** What nobody took, by entry. */
  Map<String, String> left() {
    return rests;
  }

  private static void requireWhole(String name, EndMarkReader text) throws ListRefused {
    if (text.goesOn() || !text.endsWithLine()) {
      throw new ListRefused(
          Reason.INCOMPLETE,
          name,
          "does not end with its last line; it was cut off or put together. Fetch the file again.");
    }
  }

  private void add(String at, List<String> values) throws ListRefused {
    if (values.size() != COLUMNS || !OfacSdnCsv.isEntryNumber(values.get(0))) {
      throw new ListRefused(
          Reason.INCOMPLETE,
          at,
          "not a line of "
              + FILE
              + ", which has the number of an entry and the rest of its remark."
              + " Fetch the file again.");
    }
    rests.merge(values.get(0).strip(), values.get(1), String::concat);
  }
}
