package io.weir.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The keys of a shelf: a letter, a text with its length before it, and numbers that sort. */
final class Keys {
  private Keys() {}

  static byte[] of(char kind, String text, long... numbers) {
    byte[] bytes = text.getBytes(UTF_8);
    ByteBuffer key =
        ByteBuffer.allocate(1 + Integer.BYTES + bytes.length + numbers.length * Long.BYTES)
            .put((byte) kind)
            .putInt(bytes.length)
            .put(bytes);
    for (long number : numbers) {
      key.putLong(number);
    }
    return key.array();
  }

  /** The last number of a key. */
  static long lastNumber(byte[] key) {
    return ByteBuffer.wrap(key, key.length - Long.BYTES, Long.BYTES).getLong();
  }

  /** One of a key's numbers, counted from 0. */
  static long number(byte[] key, int index) {
    int text = ByteBuffer.wrap(key, 1, Integer.BYTES).getInt();
    return ByteBuffer.wrap(key).getLong(1 + Integer.BYTES + text + index * Long.BYTES);
  }

  /** The text of a key. */
  static String text(byte[] key) {
    int length = ByteBuffer.wrap(key, 1, Integer.BYTES).getInt();
    return new String(key, 1 + Integer.BYTES, length, UTF_8);
  }

  static boolean begins(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }
}
