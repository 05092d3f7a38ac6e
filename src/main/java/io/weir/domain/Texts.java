package io.weir.domain;

/** Texts of strangers, cut to what a message or a header should carry. */
final class Texts {
  /** Longer than any address, short enough for a log line. */
  private static final int BRIEF = 128;

  private Texts() {}

  static String brief(String text) {
    return cut(text, BRIEF);
  }

  /** At most so many characters; what is cut away is marked by an ellipsis. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    // Not between the two halves of a surrogate pair: half a pair is not UTF-8.
    int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, end) + "…";
  }
}
