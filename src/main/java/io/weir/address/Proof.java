package io.weir.address;

/**
 * How surely a word is an address, by the word alone. Between words of prose only what no ordinary
 * word can be is taken for one.
 */
public enum Proof {
  /** A checksum holds: base58check, bech32, cash address, or the mixed case of EIP-55. */
  CHECKSUM,
  /**
   * Its alphabet and length say so, and nothing else is written like that: 0x and 40 digits, a
   * Solana key, a Monero address.
   */
  SHAPE,
  /** It may be a word, a number, a hash, or an address with a flaw. */
  NONE;

  /**
   * The shortest address with a checksum of 32 bits: base58check of a hash that starts with zeros.
   */
  public static final int MIN_LENGTH = 25;

  /** A Monero address with a payment id in it. */
  public static final int MAX_LENGTH = 106;

  /** A random mix of case passes EIP-55 once in 2^letters; so many letters make it a proof. */
  private static final int MIN_EIP55_LETTERS = 10;

  /** Version and hash, at the longest with a tag (X-address); longer are extended keys. */
  private static final int MAX_PAYLOAD_BYTES = 36;

  /** Of 1,000 keys of 32 bytes, fewer than two are shorter in base58. */
  private static final int MIN_SOLANA_LENGTH = 43;

  private static final int MAX_SOLANA_LENGTH = 44;

  private static final int EVM_DIGITS = 2 * Evm.ACCOUNT_BYTES;

  /**
   * Looks at a word of ASCII letters and digits; a cash address may have its prefix. Takes
   * microseconds at most, and next to nothing for what is too short or too long.
   */
  public static Proof of(String word) {
    if (word.length() < MIN_LENGTH || word.length() > MAX_LENGTH) {
      return NONE;
    }
    int from = Hex.prefixLength(word);
    if (Hex.isDigits(word, from, EVM_DIGITS)) {
      return ofAccount(word, from);
    }
    if (from > 0) {
      return NONE;
    }
    if (isBase58Check(word) || isXrp(word) || isBech32(word) || isCashAddr(word)) {
      return CHECKSUM;
    }
    return isSolana(word) || Monero.hasShape(word) ? SHAPE : NONE;
  }

  /** Without 0x, 40 digits in one case are as likely a SHA-1. */
  private static Proof ofAccount(String word, int from) {
    long letters = word.chars().skip(from).filter(Character::isLetter).count();
    if (letters >= MIN_EIP55_LETTERS && Texts.isMixedCase(word, from) && Eip55.holds(word, from)) {
      return CHECKSUM;
    }
    return from > 0 ? SHAPE : NONE;
  }

  /** Of any version: a checksum makes it an address of some chain, be it unknown here. */
  private static boolean isBase58Check(String word) {
    try {
      byte[] payload = Base58Check.decode(Base58.BITCOIN, word);
      return Bitcoin.isSprout(payload)
          || (payload.length <= MAX_PAYLOAD_BYTES && !Bitcoin.isPrivateKey(payload));
    } catch (BadAddress no) {
      return false;
    }
  }

  private static boolean isXrp(String word) {
    if (word.charAt(0) != 'r' && word.charAt(0) != 'X') {
      return false;
    }
    try {
      Xrp.read(word);
      return true;
    } catch (BadAddress no) {
      return false;
    }
  }

  private static boolean isBech32(String word) {
    if (!Bech32.hasShape(word)) {
      return false;
    }
    try {
      Bech32.decode(word, MAX_LENGTH);
      return true;
    } catch (BadAddress no) {
      return false;
    }
  }

  private static boolean isCashAddr(String word) {
    if (word.indexOf(':') < 0 && !CashAddr.hasBareShape(word)) {
      return false;
    }
    try {
      CashAddr.read(word);
      return true;
    } catch (BadAddress no) {
      return false;
    }
  }

  private static boolean isSolana(String word) {
    if (word.length() < MIN_SOLANA_LENGTH
        || word.length() > MAX_SOLANA_LENGTH
        || !Texts.isMixedCase(word, 0)
        || word.chars().noneMatch(Character::isDigit)) {
      return false;
    }
    try {
      Solana.read(word);
      return true;
    } catch (BadAddress no) {
      return false;
    }
  }
}
