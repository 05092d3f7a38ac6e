package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHECKSUM;
import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;
import static io.weir.address.NotAnAddress.Reason.UNKNOWN_PREFIX;

import io.weir.address.Bech32.Variant;
import java.util.Set;

/** Native segwit addresses: a version and a program in bech32 or bech32m (BIP-141, BIP-350). */
final class Segwit {
  /** Main networks only. */
  static final Set<String> PREFIXES = Set.of("bc", "ltc", "btg", "dgb");

  private static final int KEY_HASH_BYTES = 20;
  private static final int SCRIPT_HASH_BYTES = 32;

  private Segwit() {}

  /** Whether the text starts as these addresses usually do: in lower case. */
  static boolean startsLikeOne(String text) {
    return text.startsWith("bc1")
        || text.startsWith("ltc1")
        || text.startsWith("btg1")
        || text.startsWith("dgb1");
  }

  static Address read(String text, Bech32 decoded) throws BadAddress {
    if (text.length() > Bech32.MAX_LENGTH || decoded.size() == 0) {
      throw new BadAddress(BAD_LENGTH, text.length() + " characters is no segwit address");
    }
    int version = decoded.value(0);
    if (version > 16) {
      throw new BadAddress(UNKNOWN_PREFIX, "There is no segwit version " + version);
    }
    if (decoded.variant() != (version == 0 ? Variant.BECH32 : Variant.BECH32M)) {
      throw new BadAddress(
          BAD_CHECKSUM, decoded.variant() + " is the wrong checksum for version " + version);
    }
    byte[] program = decoded.bytes(1);
    boolean keyHash = version == 0 && program.length == KEY_HASH_BYTES;
    if (program.length < 2
        || program.length > 40
        || (version == 0 && !keyHash && program.length != SCRIPT_HASH_BYTES)) {
      throw new BadAddress(
          BAD_LENGTH,
          "A program of " + program.length + " bytes is not allowed in version " + version);
    }
    AddressKey key =
        keyHash ? AddressKey.pubkeyHash(program) : AddressKey.witness(version, program);
    return Address.of(text, key, "bech32:" + decoded.prefix());
  }
}
