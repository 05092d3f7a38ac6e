package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHARACTER;
import static io.weir.address.NotAnAddress.Reason.BAD_CHECKSUM;
import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;
import static io.weir.address.NotAnAddress.Reason.UNKNOWN_PREFIX;

import java.util.Arrays;
import java.util.Locale;

/** A text in bech32 or bech32m whose checksum holds (BIP-173, BIP-350). */
final class Bech32 {
  /** Which of the two checksums the text carries. */
  enum Variant {
    BECH32(1),
    BECH32M(0x2bc830a3);

    private final int constant;

    Variant(int constant) {
      this.constant = constant;
    }
  }

  /** Characters, by BIP-173: beyond it the checksum no longer finds four errors. */
  static final int MAX_LENGTH = 90;

  private static final int CHECKSUM_LENGTH = 6;
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  private final String prefix;
  private final byte[] values;
  private final Variant variant;

  private Bech32(String prefix, byte[] values, Variant variant) {
    this.prefix = prefix;
    this.values = values;
    this.variant = variant;
  }

  /** Whether the text is in one case and is only digits behind a separator. */
  static boolean hasShape(String text) {
    int separator = text.lastIndexOf('1');
    if (separator < 1 || text.length() - separator - 1 < CHECKSUM_LENGTH) {
      return false;
    }
    for (int i = separator + 1; i < text.length(); i++) {
      if (!Base32.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !Texts.isMixedCase(text, 0);
  }

  static Bech32 decode(String text, int maxLength) throws BadAddress {
    if (text.length() > maxLength) {
      throw new BadAddress(BAD_LENGTH, text.length() + " characters, more than " + maxLength);
    }
    int separator = text.lastIndexOf('1');
    if (separator < 1) {
      throw new BadAddress(UNKNOWN_PREFIX, "There is no prefix before a separator '1'");
    }
    for (int i = 0; i < separator; i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        throw new BadAddress(BAD_CHARACTER, Texts.quoteAt(text, i) + " cannot be in a prefix");
      }
    }
    byte[] values = Base32.decode(text, separator + 1);
    Base32.checkOneCase(text);
    if (values.length < CHECKSUM_LENGTH) {
      throw new BadAddress(BAD_LENGTH, "There is no room for a checksum behind the prefix");
    }
    String prefix = text.substring(0, separator).toLowerCase(Locale.ROOT);
    int remainder = remainder(prefix, values);
    Variant variant =
        Arrays.stream(Variant.values())
            .filter(candidate -> candidate.constant == remainder)
            .findFirst()
            .orElseThrow(() -> new BadAddress(BAD_CHECKSUM, "The bech32 checksum fails"));
    return new Bech32(prefix, Arrays.copyOf(values, values.length - CHECKSUM_LENGTH), variant);
  }

  /** The text of these groups of five bits behind a lower-case prefix. */
  static String encode(String prefix, byte[] values, Variant variant) {
    byte[] all = Arrays.copyOf(values, values.length + CHECKSUM_LENGTH);
    int checksum = remainder(prefix, all) ^ variant.constant;
    for (int i = 0; i < CHECKSUM_LENGTH; i++) {
      all[values.length + i] = (byte) ((checksum >> (5 * (CHECKSUM_LENGTH - 1 - i))) & 31);
    }
    return prefix + '1' + Base32.encode(all);
  }

  private static int remainder(String prefix, byte[] values) {
    int check = 1;
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) >> 5);
    }
    check = step(check, 0);
    for (int i = 0; i < prefix.length(); i++) {
      check = step(check, prefix.charAt(i) & 31);
    }
    for (byte value : values) {
      check = step(check, value);
    }
    return check;
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) * GENERATOR[i];
    }
    return next;
  }

  /** The part before the separator, in lower case. */
  String prefix() {
    return prefix;
  }

  Variant variant() {
    return variant;
  }

  /** How many groups of five bits there are between separator and checksum. */
  int size() {
    return values.length;
  }

  /** The group of five bits at this index. */
  int value(int index) {
    return values[index];
  }

  /** The bytes in the groups from this index on. */
  byte[] bytes(int from) throws BadAddress {
    return Base32.toBytes(values, from, values.length);
  }
}
