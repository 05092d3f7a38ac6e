package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Random;

/** What goes wrong with a file: a few random changes, such as a truncation. */
final class FuzzDamage {
  /** Pieces that mean something to one of the formats. */
  private static final String[] PIECES = {
    "<", ">", "/>", "</id>", "<!--", "-->", "<![CDATA[", "&amp;", "&#x41;", "&x;", "\"", "'", ",",
    "\n", "\r\n", ";", "{", "}", "\\", "\u0000", "\u001a", "-0- ", "0x", "T", "1", "\u0422",
    "\u200b", "<!DOCTYPE a [", "<!ENTITY b SYSTEM \"file:///etc/hostname\">", "Digital Currency"
  };

  private FuzzDamage() {}

  /** The bytes with one to three changes; now and then only cut off. */
  static byte[] of(byte[] bytes, Random random) {
    byte[] damaged = bytes;
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && damaged.length > 0; i++) {
      damaged = change(damaged, random);
    }
    return damaged;
  }

  private static byte[] change(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(60));
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(128)});
      case 2 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
      case 3 -> spliced(bytes, at, to, new byte[0]);
      case 4 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 5, 6 -> spliced(bytes, at, at, PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
      default -> renamed(bytes, at, random);
    };
  }

  /** One letter of a word changed wherever the word stands, so that XML stays well-formed. */
  private static byte[] renamed(byte[] bytes, int at, Random random) {
    int from = at;
    while (from > 0 && Character.isLetter(bytes[from - 1])) {
      from--;
    }
    int to = at;
    while (to < bytes.length && Character.isLetter(bytes[to])) {
      to++;
    }
    if (to - from < 3) {
      return bytes;
    }
    // One byte a character, so that nothing else changes.
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    String word = text.substring(from, to);
    int letter = random.nextInt(word.length());
    String other = word.substring(0, letter) + 'q' + word.substring(letter + 1);
    return text.replace(word, other).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
    byte[] result = new byte[bytes.length - (to - from) + piece.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(piece, 0, result, from, piece.length);
    System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
    return result;
  }
}
