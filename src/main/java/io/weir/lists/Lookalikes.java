package io.weir.lists;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Characters that look like a letter or digit of ASCII, or like nothing at all. Office software and
 * character recognition put them into addresses: a Cyrillic H, a full-width 3, a zero-width space.
 */
final class Lookalikes {
  /** What {@link #ascii} says of a character that cannot be seen. */
  static final int INVISIBLE = 0;

  /** What {@link #ascii} says of any other character: it ends a word. */
  static final int NONE = -1;

  /** Cyrillic, then the letter of ASCII that each looks like. */
  private static final String[] CYRILLIC = {
    "\u0410\u0412\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u0405\u0421\u0422\u0423\u0425",
    "ABEHIJKMOPSCTYX",
    "\u0430\u0441\u0435\u04bb\u0456\u0458\u043a\u043e\u0440\u0455\u0443\u0445\u0501\u051b\u051d",
    "acehijkopsyxdqw",
    "\u04ae\u04cf\u050c\u051a\u051c\u0417\u0437\u0431\u0427\u0432\u043d\u0442\u043c\u0433",
    "YlGQW3364BHTMr"
  };

  private static final String[] GREEK = {
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "ABEZHIKMNOPTYX",
    "\u03b1\u03bf\u03bd\u03b9\u03ba\u03c1\u03c5\u03c7\u03b3\u03b7\u03c9",
    "aovikpuxynw"
  };

  private static final Map<Integer, Character> TABLE = new HashMap<>();

  static {
    put(CYRILLIC);
    put(GREEK);
    TABLE.put(0x131, 'i');
  }

  private Lookalikes() {}

  private static void put(String[] pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      for (int at = 0; at < pairs[i].length(); at++) {
        TABLE.put((int) pairs[i].charAt(at), pairs[i + 1].charAt(at));
      }
    }
  }

  /**
   * The letter or digit of ASCII that this character is or looks like; {@link #INVISIBLE} or {@link
   * #NONE} when it is neither.
   */
  static int ascii(int codePoint) {
    if (codePoint < 0x80) {
      return isAlphanumeric(codePoint) ? codePoint : NONE;
    }
    if (isInvisible(codePoint)) {
      return INVISIBLE;
    }
    Character lookalike = TABLE.get(codePoint);
    if (lookalike != null) {
      return lookalike;
    }
    if (Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER) {
      return '0' + Character.digit(codePoint, 10);
    }
    return decomposed(codePoint);
  }

  /** Names a character for a person, such as {@code U+041D}. */
  static String name(int codePoint) {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }

  static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** Full-width, mathematical and accented letters; a ligature is no single letter. */
  private static int decomposed(int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    if (!Character.isLetterOrDigit(codePoint)
        || (script != UnicodeScript.LATIN && script != UnicodeScript.COMMON)) {
      return NONE;
    }
    String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    boolean single =
        parts
            .codePoints()
            .skip(1)
            .allMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
    return single && isAlphanumeric(parts.charAt(0)) ? parts.charAt(0) : NONE;
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.FORMAT || type == Character.NON_SPACING_MARK;
  }
}
