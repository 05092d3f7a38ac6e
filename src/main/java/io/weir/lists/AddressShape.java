package io.weir.lists;

import io.weir.address.Addresses;
import io.weir.address.Chain;
import io.weir.address.Family;
import io.weir.address.NotAnAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a word looks like that no proof shows to be an address: hardly anything else is written like
 * it, so a person should look.
 */
enum AddressShape {
  /** 0x and about 40 digits. */
  EVM(Family.EVM),
  /** 40 digits, or 42 that start with 41, without 0x. */
  HEX(Family.TRON),
  /** A known prefix, 1, and more. */
  BECH32(Family.BITCOIN),
  /** 42 digits of base 32, the first q or p. */
  CASH(Family.BITCOIN),
  /** About as long as base58check of 20 bytes, in letters of both cases and digits. */
  BASE58(Family.BITCOIN),
  /** The same that starts as an account of Tron does. */
  TRON(Family.TRON),
  /** The same that starts as an account of the XRP Ledger does. */
  XRP(Family.XRP),
  /** About as long as base58 of 32 bytes. */
  SOLANA(Family.SOLANA),
  /** About as long as an address of Monero. */
  MONERO(Family.TEXT);

  private static final List<String> BECH32_PREFIXES =
      List.of("bc1", "ltc1", "btg1", "dgb1", "bnb1", "cosmos1", "inj1", "zs1", "addr1");

  private static final String BASE32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  /** Fewer characters behind a prefix such as bc1 are a postcode or a part number. */
  private static final int MIN_BECH32 = 20;

  private static final int EVM_DIGITS = 40;

  /** How many characters too few or too many still look like it. */
  private static final int SLACK = 4;

  private final Family family;

  AddressShape(Family family) {
    this.family = family;
  }

  /**
   * The shape of a word of ASCII letters and digits; empty when it does not look like an address.
   */
  static Optional<AddressShape> of(String word) {
    int length = word.length();
    if (word.regionMatches(true, 0, "0x", 0, 2)) {
      boolean about = Math.abs(length - 2 - EVM_DIGITS) <= SLACK;
      return about && strangers(word) <= SLACK ? Optional.of(EVM) : Optional.empty();
    }
    // A hash in hex may begin with bc1.
    if (length >= MIN_BECH32 && hasBech32Prefix(word) && strangers(word) > 0) {
      return Optional.of(BECH32);
    }
    if (length == EVM_DIGITS + 2 && isCash(word)) {
      return Optional.of(CASH);
    }
    boolean tron = length == EVM_DIGITS + 2 && word.startsWith("41");
    if ((length == EVM_DIGITS || tron) && strangers(word) == 0) {
      return Optional.of(HEX);
    }
    return hasBothCasesAndDigits(word) ? ofBase58(word) : Optional.empty();
  }

  private static Optional<AddressShape> ofBase58(String word) {
    int length = word.length();
    char first = word.charAt(0);
    if (length >= 25 && length <= 36) {
      return Optional.of(
          switch (first) {
            case 'T' -> TRON;
            case 'r' -> XRP;
            default -> BASE58;
          });
    }
    if (length >= 42 && length <= 46) {
      return Optional.of(SOLANA);
    }
    boolean monero = Math.abs(length - 95) <= 2 || Math.abs(length - 106) <= 2;
    return monero && (first == '4' || first == '8') ? Optional.of(MONERO) : Optional.empty();
  }

  /** What keeps this word from being an address, in a sentence without its full stop. */
  String fault(String word) {
    if (this == HEX) {
      return "Without 0x it may as well be a hash";
    }
    if (this == MONERO) {
      return "A Monero address has 95 or 106 base58 digits, and no others";
    }
    Chain chain = new Chain("any:" + family, List.of(), family);
    return Addresses.read(chain, word) instanceof NotAnAddress not
        ? not.detail()
        : "Nothing in it proves that it is one";
  }

  private static boolean hasBech32Prefix(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return BECH32_PREFIXES.stream().anyMatch(lower::startsWith);
  }

  private static boolean isCash(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return (lower.startsWith("q") || lower.startsWith("p"))
        && lower.chars().allMatch(c -> BASE32.indexOf(c) >= 0);
  }

  /** How many characters are no hexadecimal digits, an x not counted. */
  private static long strangers(String word) {
    return word.chars().filter(c -> Character.digit(c, 16) < 0 && c != 'x' && c != 'X').count();
  }

  /** Whether it looks like base 58 rather than like a word, a number or a hash. */
  static boolean hasBothCasesAndDigits(String word) {
    boolean lower = false;
    boolean upper = false;
    boolean digit = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      lower |= c >= 'a' && c <= 'z';
      upper |= c >= 'A' && c <= 'Z';
      digit |= c >= '0' && c <= '9';
    }
    return lower && upper && digit;
  }
}
