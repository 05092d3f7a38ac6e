package io.weir.address;

import io.weir.address.AddressKey.Kind;
import java.util.Optional;

/**
 * Reads the address spellings that come most often to the fingerprint of their key, without making
 * an object.
 *
 * <p>It may give up on anything, but never errs: a fingerprint it gives is that of the key which
 * {@link Addresses#read} reads from the same text. Not safe for several threads.
 */
public final class QuickReader {
  /*
   * Measured reason to be: of a clear transfer's cost, reading its addresses to strings and keys is
   * the largest part, and nearly every transfer is clear.
   */

  private static final int ACCOUNT_BYTES = 20;
  private static final int HASH_BYTES = 20;
  private static final int CHECKSUM_BYTES = 4;
  private static final int VERSIONED_HASH_BYTES = 1 + HASH_BYTES + CHECKSUM_BYTES;
  private static final int PUBLIC_KEY_BYTES = 32;
  private static final byte TRON_VERSION = 0x41;

  /** By version byte, whether a hash is a key's or a script's; null for no known version. */
  private static final Kind[] KINDS = new Kind[256];

  static {
    for (int version = 0; version < KINDS.length; version++) {
      Optional<BitcoinVersion> known =
          BitcoinVersion.of(String.format(java.util.Locale.ROOT, "%02x", version));
      KINDS[version] = known.map(v -> v.script() ? Kind.SCRIPTHASH : Kind.PUBKEYHASH).orElse(null);
    }
  }

  private final boolean verifying;
  private final QuickBase58 base58 = new QuickBase58();
  private final QuickSegwit segwit = new QuickSegwit();

  /* One for each family: the same text may stand for another key elsewhere, or for none. */
  private final RecentTexts recentOfTron = new RecentTexts();
  private final RecentTexts recentOfBitcoin = new RecentTexts();

  /** One that never errs. */
  public QuickReader() {
    this(true);
  }

  private QuickReader(boolean verifying) {
    this.verifying = verifying;
  }

  /**
   * One that may take a text for an address although its base58 checksum does not hold, for a
   * search that reads whatever it finds once more. Of an address it says the same as the other.
   */
  public static QuickReader forSearch() {
    return new QuickReader(false);
  }

  /**
   * The fingerprint of an address's key.
   *
   * @param text holds the address in UTF-8, from one index to another
   * @return {@link Fingerprint#NONE} when {@link Addresses#read} must decide
   */
  public long read(Family family, byte[] text, int from, int to) {
    return switch (family) {
      case EVM -> evm(text, from, to);
      case TRON -> tron(text, from, to);
      case BITCOIN -> bitcoin(text, from, to);
      case SOLANA -> solana(text, from, to);
      case XRP, COSMOS, TEXT -> Fingerprint.NONE;
    };
  }

  private static long evm(byte[] text, int from, int to) {
    if (to - from != 2 + 2 * ACCOUNT_BYTES || text[from] != '0' || text[from + 1] != 'x') {
      return Fingerprint.NONE;
    }
    long first = QuickHex.four(text, from + 2);
    long second = QuickHex.four(text, from + 10);
    long third = QuickHex.four(text, from + 18);
    long fourth = QuickHex.four(text, from + 26);
    long fifth = QuickHex.four(text, from + 34);
    // What is no digit is negative, and nothing else.
    return (first | second | third | fourth | fifth) < 0
        ? Fingerprint.NONE
        : Fingerprint.of(
            Kind.ACCOUNT,
            first | (second << Integer.SIZE),
            third | (fourth << Integer.SIZE),
            fifth);
  }

  private long tron(byte[] text, int from, int to) {
    long recent = recentOfTron.find(text, from, to);
    if (recent != Fingerprint.NONE) {
      return recent;
    }
    if (!isVersionedHash(text, from, to)) {
      return Fingerprint.NONE;
    }
    int version = base58.from(VERSIONED_HASH_BYTES);
    if (base58.bytes()[version] != TRON_VERSION) {
      return Fingerprint.NONE;
    }
    long key = Fingerprint.of(Kind.ACCOUNT, base58.bytes(), version + 1, ACCOUNT_BYTES);
    recentOfTron.put(text, from, to, key);
    return key;
  }

  private long bitcoin(byte[] text, int from, int to) {
    int separator = segwitSeparator(text, from, to);
    if (separator > 0) {
      return segwit.read(text, from, separator, to);
    }
    long recent = recentOfBitcoin.find(text, from, to);
    if (recent != Fingerprint.NONE) {
      return recent;
    }
    if (!isVersionedHash(text, from, to)) {
      return Fingerprint.NONE;
    }
    int version = base58.from(VERSIONED_HASH_BYTES);
    Kind kind = KINDS[base58.bytes()[version] & 0xff];
    if (kind == null) {
      return Fingerprint.NONE;
    }
    long key = Fingerprint.of(kind, base58.bytes(), version + 1, HASH_BYTES);
    recentOfBitcoin.put(text, from, to, key);
    return key;
  }

  private long solana(byte[] text, int from, int to) {
    return base58.decode(text, from, to) == PUBLIC_KEY_BYTES
        ? Fingerprint.of(
            Kind.ED25519, base58.bytes(), base58.from(PUBLIC_KEY_BYTES), PUBLIC_KEY_BYTES)
        : Fingerprint.NONE;
  }

  /** Whether the text is, or looks like, base58check of one byte of version and 20 of hash. */
  private boolean isVersionedHash(byte[] text, int from, int to) {
    return base58.decode(text, from, to) == VERSIONED_HASH_BYTES
        && (!verifying || base58.checksumHolds(VERSIONED_HASH_BYTES));
  }

  /** Where the 1 stands behind bc or ltc; -1 when the text begins otherwise. */
  private static int segwitSeparator(byte[] text, int from, int to) {
    if (to - from < 4) {
      return -1;
    }
    if (text[from] == 'b' && text[from + 1] == 'c' && text[from + 2] == '1') {
      return from + 2;
    }
    boolean litecoin =
        text[from] == 'l'
            && text[from + 1] == 't'
            && text[from + 2] == 'c'
            && text[from + 3] == '1';
    return litecoin ? from + 3 : -1;
  }
}
