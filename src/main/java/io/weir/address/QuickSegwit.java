package io.weir.address;

import io.weir.address.AddressKey.Kind;
import java.util.Arrays;

/**
 * Native segwit addresses in lower case, into a buffer of its own. Not safe for several threads.
 */
final class QuickSegwit {
  /*
   * The checksum is linear: it is the sum of what each digit adds to it, which depends on nothing
   * but its value and its place. Measured: stepping from digit to digit, where each step waits for
   * the one before, an address took half as long again.
   */

  private static final int BECH32 = 1;
  private static final int BECH32M = 0x2bc8_30a3;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int MAX_LENGTH = 90;
  private static final int KEY_HASH_BYTES = 20;
  private static final int SCRIPT_HASH_BYTES = 32;
  private static final int MAX_PROGRAM_BYTES = 40;
  private static final byte[] DIGITS = new byte[256];

  /** What the five bits shifted out of the checksum add to it. */
  private static final int[] FEEDBACK = new int[32];

  /** What a digit adds to the checksum, by the digits behind it and its value. */
  private static final int[][] SHARE = new int[MAX_LENGTH][32];

  /** What the prefix adds to the checksum, by the digits behind it. */
  private static final int[] SHARE_OF_BC = new int[MAX_LENGTH];

  private static final int[] SHARE_OF_LTC = new int[MAX_LENGTH];

  static {
    String alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    Arrays.fill(DIGITS, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      DIGITS[alphabet.charAt(i)] = (byte) i;
    }
    int[] generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    for (int top = 0; top < FEEDBACK.length; top++) {
      for (int bit = 0; bit < generator.length; bit++) {
        FEEDBACK[top] ^= (top >> bit & 1) * generator[bit];
      }
    }
    for (int value = 0; value < 32; value++) {
      SHARE[0][value] = value;
    }
    SHARE_OF_BC[0] = checksum("bc");
    SHARE_OF_LTC[0] = checksum("ltc");
    for (int behind = 1; behind < MAX_LENGTH; behind++) {
      for (int value = 0; value < 32; value++) {
        SHARE[behind][value] = step(SHARE[behind - 1][value], 0);
      }
      SHARE_OF_BC[behind] = step(SHARE_OF_BC[behind - 1], 0);
      SHARE_OF_LTC[behind] = step(SHARE_OF_LTC[behind - 1], 0);
    }
  }

  private static int checksum(String prefix) {
    int check = 1;
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) >> 5);
    }
    check = step(check, 0);
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) & 31);
    }
    return check;
  }

  /** The version and up to 40 bytes of program: the payload of a witness key. */
  private final byte[] payload = new byte[1 + MAX_PROGRAM_BYTES];

  /**
   * The fingerprint of the key; {@link Fingerprint#NONE} when the text is anything but a valid
   * address of this kind.
   *
   * @param from where the prefix begins, bc or ltc
   * @param separator where the 1 stands behind it
   */
  long read(byte[] text, int from, int separator, int to) {
    int groups = to - separator - 1 - CHECKSUM_LENGTH;
    if (to - from > MAX_LENGTH || groups < 1) {
      return Fingerprint.NONE;
    }
    int digits = to - separator - 1;
    int check = separator - from == "bc".length() ? SHARE_OF_BC[digits] : SHARE_OF_LTC[digits];
    int bad = 0;
    for (int i = 0; i < digits; i++) {
      int value = DIGITS[text[separator + 1 + i] & 0xff];
      bad |= value;
      check ^= SHARE[digits - 1 - i][value & 31];
    }
    // What is no digit is -1, and nothing else sets the sign.
    if (bad < 0) {
      return Fingerprint.NONE;
    }
    int version = DIGITS[text[separator + 1] & 0xff];
    if (version > 16 || check != (version == 0 ? BECH32 : BECH32M)) {
      return Fingerprint.NONE;
    }
    int length = program(text, separator + 2, to - CHECKSUM_LENGTH);
    return fingerprint(version, length);
  }

  private long fingerprint(int version, int length) {
    if (length < 2) {
      return Fingerprint.NONE;
    }
    if (version == 0 && length == KEY_HASH_BYTES) {
      return Fingerprint.of(Kind.PUBKEYHASH, payload, 1, length);
    }
    if (version == 0 && length != SCRIPT_HASH_BYTES) {
      return Fingerprint.NONE;
    }
    payload[0] = (byte) version;
    return Fingerprint.of(Kind.WITNESS, payload, 0, 1 + length);
  }

  /** Joins groups of five bits to bytes; returns how many, or -1 when they are none. */
  private int program(byte[] text, int from, int to) {
    if ((to - from) * 5 / Byte.SIZE > MAX_PROGRAM_BYTES) {
      return -1;
    }
    int buffer = 0;
    int held = 0;
    int length = 0;
    for (int i = from; i < to; i++) {
      buffer = (buffer << 5 | DIGITS[text[i] & 0xff]) & 0xfff;
      held += 5;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        length++;
        payload[length] = (byte) (buffer >> held);
      }
    }
    boolean filled = held < 5 && (buffer & (1 << held) - 1) == 0;
    return filled ? length : -1;
  }

  private static int step(int check, int value) {
    return (check & 0x1ff_ffff) << 5 ^ value ^ FEEDBACK[check >>> 25];
  }
}
