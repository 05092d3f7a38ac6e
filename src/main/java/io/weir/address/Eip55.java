package io.weir.address;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/** The checksum that EVM addresses carry in the case of their letters (EIP-55). */
final class Eip55 {
  private Eip55() {}

  /** Whether the hex digits from this index on are in one case, or in the right mix. */
  static boolean holds(String text, int from) {
    // One case carries no checksum, and most addresses come in one.
    if (!Texts.isMixedCase(text, from)) {
      return true;
    }
    String digits = text.substring(from);
    return digits.equals(mixedCase(digits.toLowerCase(Locale.ROOT)));
  }

  /** The digits in the case that EIP-55 wants. */
  static String mixedCase(String lower) {
    byte[] hash = Hashes.keccak256(lower.getBytes(US_ASCII));
    StringBuilder mixed = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf;
      char digit = lower.charAt(i);
      mixed.append(nibble > 7 ? Character.toUpperCase(digit) : digit);
    }
    return mixed.toString();
  }
}
