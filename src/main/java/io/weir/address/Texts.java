package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHARACTER;
import static io.weir.address.NotAnAddress.Reason.EMPTY;
import static io.weir.address.NotAnAddress.Reason.TOO_LONG;

import java.util.Locale;

/** What every address text goes through before a codec sees it. */
final class Texts {
  /** Characters. Lists allow ids of 256; the longest addresses, Zcash's unified ones, need less. */
  static final int MAX_LENGTH = 512;

  private Texts() {}

  /** Without the blank characters around it, invisible ones such as U+FEFF and U+00A0 included. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Refuses what no list and no transfer may hold. */
  static void check(String trimmed) throws BadAddress {
    if (trimmed.isEmpty()) {
      throw new BadAddress(EMPTY, "The text is empty");
    }
    if (trimmed.length() > MAX_LENGTH) {
      throw new BadAddress(
          TOO_LONG, trimmed.length() + " characters, more than the allowed " + MAX_LENGTH);
    }
    for (int i = 0; i < trimmed.length(); i++) {
      if (isPrintableAscii(trimmed.charAt(i))) {
        continue;
      }
      if (Character.isISOControl(trimmed.charAt(i))) {
        throw new BadAddress(BAD_CHARACTER, quoteAt(trimmed, i) + " is a control character");
      }
      // Half a surrogate pair has no UTF-8 form: two such texts would share a key.
      if (isLoneSurrogate(trimmed, i)) {
        throw new BadAddress(BAD_CHARACTER, quoteAt(trimmed, i) + " is half a surrogate pair");
      }
    }
  }

  /** Refuses blank characters inside the text. */
  static void checkNoBlanks(String trimmed) throws BadAddress {
    for (int i = 0; i < trimmed.length(); i++) {
      if (isBlank(trimmed.charAt(i))) {
        throw new BadAddress(BAD_CHARACTER, quoteAt(trimmed, i) + " is a blank character");
      }
    }
  }

  /** Whether there are lower-case and upper-case letters of ASCII from this index on. */
  static boolean isMixedCase(String text, int from) {
    boolean lower = false;
    boolean upper = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      lower |= c >= 'a' && c <= 'z';
      upper |= c >= 'A' && c <= 'Z';
    }
    return lower && upper;
  }

  /** Names the character at this index for a person; as a code point when it may not print. */
  static String quoteAt(String text, int index) {
    char c = text.charAt(index);
    String shown =
        isPrintableAscii(c) ? "'" + c + "'" : String.format(Locale.ROOT, "U+%04X", (int) c);
    return shown + " at character " + (index + 1);
  }

  private static boolean isBlank(char c) {
    return !isPrintableAscii(c)
        && (Character.isWhitespace(c)
            || Character.isSpaceChar(c)
            || Character.getType(c) == Character.FORMAT);
  }

  /** Nearly every character there is; the look-ups in Unicode's tables are for the rest. */
  private static boolean isPrintableAscii(char c) {
    return c > ' ' && c < 0x7f;
  }

  private static boolean isLoneSurrogate(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
