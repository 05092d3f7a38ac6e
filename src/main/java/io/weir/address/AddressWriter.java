package io.weir.address;

import io.weir.address.Bech32.Variant;
import java.util.HexFormat;

/** Writes addresses the way wallets and explorers do; {@link Addresses} reads them back. */
public final class AddressWriter {
  private static final int KEY_HASH_BYTES = 20;
  private static final int PUBLIC_KEY_BYTES = 32;
  private static final int TRON_VERSION = 0x41;

  /** A chain of the Bitcoin family, by what it puts in front of a hash. */
  public enum Coin {
    BITCOIN(0x00, 0x05, "bc"),
    LITECOIN(0x30, 0x32, "ltc"),
    /** Has no segwit. */
    DOGECOIN(0x1e, 0x16, "");

    private final int keyHashVersion;
    private final int scriptHashVersion;
    private final String segwitPrefix;

    Coin(int keyHashVersion, int scriptHashVersion, String segwitPrefix) {
      this.keyHashVersion = keyHashVersion;
      this.scriptHashVersion = scriptHashVersion;
      this.segwitPrefix = segwitPrefix;
    }
  }

  private AddressWriter() {}

  /** An EVM account in the case of EIP-55. */
  public static String evm(byte[] account) {
    return "0x" + Eip55.mixedCase(hex(account));
  }

  /** An EVM account as nodes and exports print it. */
  public static String evmLowerCase(byte[] account) {
    return "0x" + hex(account);
  }

  /** A Tron account in base58check: {@code T…}. */
  public static String tron(byte[] account) {
    return base58Check(TRON_VERSION, account);
  }

  /** A Tron account as its nodes print it: {@code 41…}. */
  public static String tronHex(byte[] account) {
    return "41" + hex(account);
  }

  /** A Solana account; a public key of 32 bytes. */
  public static String solana(byte[] publicKey) {
    return Base58.BITCOIN.encode(exactly(PUBLIC_KEY_BYTES, publicKey));
  }

  /** Pays to the hash of a public key: {@code 1…} on Bitcoin. */
  public static String p2pkh(Coin coin, byte[] hash) {
    return base58Check(coin.keyHashVersion, hash);
  }

  /** Pays to the hash of a script: {@code 3…} on Bitcoin. */
  public static String p2sh(Coin coin, byte[] hash) {
    return base58Check(coin.scriptHashVersion, hash);
  }

  /**
   * Pays to the hash of a public key by segwit: {@code bc1q…} on Bitcoin.
   *
   * @throws IllegalArgumentException when the coin has no segwit
   */
  public static String p2wpkh(Coin coin, byte[] hash) {
    return segwit(coin, 0, exactly(KEY_HASH_BYTES, hash));
  }

  /**
   * Pays to a tweaked public key of 32 bytes, taproot: {@code bc1p…} on Bitcoin.
   *
   * @throws IllegalArgumentException when the coin has no segwit
   */
  public static String p2tr(Coin coin, byte[] publicKey) {
    return segwit(coin, 1, exactly(PUBLIC_KEY_BYTES, publicKey));
  }

  private static String segwit(Coin coin, int version, byte[] program) {
    if (coin.segwitPrefix.isEmpty()) {
      throw new IllegalArgumentException(coin + " has no segwit addresses");
    }
    byte[] groups = Base32.toGroups(program);
    byte[] values = new byte[groups.length + 1];
    values[0] = (byte) version;
    System.arraycopy(groups, 0, values, 1, groups.length);
    return Bech32.encode(
        coin.segwitPrefix, values, version == 0 ? Variant.BECH32 : Variant.BECH32M);
  }

  private static String base58Check(int version, byte[] hash) {
    byte[] payload = new byte[KEY_HASH_BYTES + 1];
    payload[0] = (byte) version;
    System.arraycopy(exactly(KEY_HASH_BYTES, hash), 0, payload, 1, KEY_HASH_BYTES);
    return Base58Check.encode(Base58.BITCOIN, payload);
  }

  private static String hex(byte[] account) {
    return HexFormat.of().formatHex(exactly(KEY_HASH_BYTES, account));
  }

  private static byte[] exactly(int length, byte[] bytes) {
    if (bytes.length != length) {
      throw new IllegalArgumentException("Expected " + length + " bytes, got " + bytes.length);
    }
    return bytes;
  }
}
