package io.weir.lists;

import java.util.Locale;
import java.util.Optional;

/**
 * A digital currency address among the ids of an OFAC entry.
 *
 * @param line in the publication, from 1
 * @param label the asset it is filed under; empty when none
 * @param number the address, word for word
 */
record OfacId(int line, String label, String number) {

  /** What the type of such an id begins with; the asset follows after a hyphen. */
  static final String TYPE = "Digital Currency Address";

  /**
   * The asset that a type of id names, such as {@code XBT}: any word, and empty text when none.
   * Empty when the type is no digital currency address.
   */
  static Optional<String> label(String type) {
    return type.regionMatches(true, 0, TYPE, 0, TYPE.length())
        ? Optional.of(withoutHyphen(type.substring(TYPE.length())))
        : Optional.empty();
  }

  /**
   * Reads the words of a remark, such as {@code Digital Currency Address - XBT 12QtD5…}: the last
   * is the address. Empty when the remark names none.
   */
  static Optional<OfacId> ofRemark(int line, String remark) {
    int type = remark.toLowerCase(Locale.ROOT).indexOf(TYPE.toLowerCase(Locale.ROOT));
    if (type < 0) {
      return Optional.empty();
    }
    String words = withoutHyphen(remark.substring(type + TYPE.length()));
    int space = words.lastIndexOf(' ');
    return Optional.of(
        space < 0
            ? new OfacId(line, "", words)
            : new OfacId(line, words.substring(0, space).strip(), words.substring(space + 1)));
  }

  private static String withoutHyphen(String text) {
    return text.replaceFirst("^[\\s-]+", "").strip();
  }
}
