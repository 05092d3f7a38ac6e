package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;
import static io.weir.address.NotAnAddress.Reason.UNKNOWN_PREFIX;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Addresses of Bitcoin and the chains that came from it. One reader for all: exchanges label these
 * chains loosely, and the key does not depend on which of them it is.
 */
final class Bitcoin {
  private static final int HASH_BYTES = 20;

  /** Zcash Sapling and unified, Litecoin's extension blocks: no hash to compare, only a text. */
  private static final Set<String> SHIELDED_PREFIXES = Set.of("zs", "u", "ltcmweb");

  /** Zcash's name for a t1 address that must not be paid from a shielded one (ZIP-320). */
  private static final String TRANSPARENT_SOURCE_PREFIX = "tex";

  /** Zcash Sprout: two bytes of version, two keys of 32. */
  private static final String SPROUT_VERSION = "169a";

  private static final int SPROUT_BYTES = 66;

  /** What bitcoin-etl calls a script without an address: this word and 40 digits of its hash. */
  private static final String NONSTANDARD = "nonstandard";

  private Bitcoin() {}

  static Address read(String text) throws BadAddress {
    if (Segwit.startsLikeOne(text)) {
      return readBech32(text);
    }
    if (text.indexOf(':') >= 0 || CashAddr.hasBareShape(text)) {
      return CashAddr.read(text);
    }
    if (text.startsWith(NONSTANDARD) && Hex.isDigits(text, NONSTANDARD.length(), 40)) {
      return Address.ofText(text);
    }
    try {
      return readBase58(text);
    } catch (BadAddress notBase58) {
      if (Bech32.hasShape(text)) {
        return readBech32(text);
      }
      throw notBase58;
    }
  }

  private static Address readBech32(String text) throws BadAddress {
    Bech32 decoded = Bech32.decode(text, Texts.MAX_LENGTH);
    String prefix = decoded.prefix();
    if (Segwit.PREFIXES.contains(prefix)) {
      return Segwit.read(text, decoded);
    }
    if (SHIELDED_PREFIXES.contains(prefix)) {
      // Folding is safe: the checksum has shown the text to be bech32.
      return Address.ofText(text, text.toLowerCase(Locale.ROOT));
    }
    if (prefix.equals(TRANSPARENT_SOURCE_PREFIX) && decoded.bytes(0).length == HASH_BYTES) {
      return Address.of(text, AddressKey.pubkeyHash(decoded.bytes(0)), "bech32:" + prefix);
    }
    throw new BadAddress(
        UNKNOWN_PREFIX, "No main network of the Bitcoin family has the prefix " + prefix + "1");
  }

  private static Address readBase58(String text) throws BadAddress {
    byte[] payload = Base58Check.decode(Base58.BITCOIN, text);
    int versionBytes = payload.length - HASH_BYTES;
    if (versionBytes == 1 || versionBytes == 2) {
      String version = HexFormat.of().formatHex(payload, 0, versionBytes);
      byte[] hash = Arrays.copyOfRange(payload, versionBytes, payload.length);
      return BitcoinVersion.of(version)
          .map(known -> Address.of(text, key(known, hash), known.form()))
          .orElseThrow(() -> unknownVersion(version));
    }
    if (isSprout(payload)) {
      return Address.ofText(text);
    }
    if (isPrivateKey(payload)) {
      throw new BadAddress(UNKNOWN_PREFIX, "This is a private key, not an address");
    }
    throw new BadAddress(
        BAD_LENGTH, "A payload of " + payload.length + " bytes is no address of this family");
  }

  /** Whether this base58check payload is a shielded address of Zcash's first kind. */
  static boolean isSprout(byte[] payload) {
    return payload.length == SPROUT_BYTES
        && HexFormat.of().formatHex(payload, 0, 2).equals(SPROUT_VERSION);
  }

  /** Whether this base58check payload is a private key in wallet import format. */
  static boolean isPrivateKey(byte[] payload) {
    return (payload.length == 33 || payload.length == 34)
        && (payload[0] == (byte) 0x80 || payload[0] == (byte) 0xef);
  }

  private static AddressKey key(BitcoinVersion version, byte[] hash) {
    return version.script() ? AddressKey.scriptHash(hash) : AddressKey.pubkeyHash(hash);
  }

  private static BadAddress unknownVersion(String version) {
    return new BadAddress(
        UNKNOWN_PREFIX, "No main network of the Bitcoin family has the version 0x" + version);
  }
}
