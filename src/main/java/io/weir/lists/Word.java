package io.weir.lists;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of characters that could be an address or a part of one: letters and digits of ASCII, what
 * looks like them, and what cannot be seen between them.
 *
 * @param start index in the text
 * @param end index behind it
 * @param ascii what it looks like, in ASCII
 * @param plain whether that is also what it is
 */
record Word(int start, int end, String ascii, boolean plain) {

  int length() {
    return ascii.length();
  }

  /** All words of a text, in order; what stands between them are blanks and punctuation. */
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Lookalikes.ascii(c) > Lookalikes.INVISIBLE) {
        Word word = at(text, at);
        words.add(word);
        at = word.end;
      } else {
        at += Character.charCount(c);
      }
    }
    return words;
  }

  private static Word at(String text, int start) {
    int plainEnd = start;
    while (plainEnd < text.length() && Lookalikes.isAlphanumeric(text.charAt(plainEnd))) {
      plainEnd++;
    }
    // Nearly every word there is.
    if (plainEnd == text.length() || text.charAt(plainEnd) < 0x80) {
      return new Word(start, plainEnd, text.substring(start, plainEnd), true);
    }
    return withLookalikes(text, start);
  }

  private static Word withLookalikes(String text, int start) {
    StringBuilder ascii = new StringBuilder();
    boolean plain = true;
    int end = start;
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int lookalike = Lookalikes.ascii(c);
      if (lookalike == Lookalikes.NONE) {
        break;
      }
      at += Character.charCount(c);
      if (lookalike != Lookalikes.INVISIBLE) {
        // What cannot be seen counts between letters only, not behind the last.
        plain &= end + 1 == at && lookalike == c;
        ascii.append((char) lookalike);
        end = at;
      }
    }
    return new Word(start, end, ascii.toString(), plain);
  }
}
