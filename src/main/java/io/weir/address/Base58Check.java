package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHECKSUM;
import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;

import java.util.Arrays;

/** Base 58 with the first four bytes of a double SHA-256 behind the payload. */
final class Base58Check {
  private static final int CHECKSUM_BYTES = 4;

  /** One byte of version and 20 of hash: the shortest payload of any address. */
  private static final int MIN_PAYLOAD_BYTES = 21;

  private Base58Check() {}

  /** The payload, its version in front, without the checksum. */
  static byte[] decode(Base58 alphabet, String text) throws BadAddress {
    byte[] bytes = alphabet.decode(text);
    int length = bytes.length - CHECKSUM_BYTES;
    if (length < MIN_PAYLOAD_BYTES) {
      throw new BadAddress(BAD_LENGTH, bytes.length + " bytes are too few for an address");
    }
    byte[] hash = Hashes.doubleSha256(bytes, length);
    if (!Arrays.equals(hash, 0, CHECKSUM_BYTES, bytes, length, bytes.length)) {
      throw new BadAddress(BAD_CHECKSUM, "The text looks like base58check, but its checksum fails");
    }
    return Arrays.copyOf(bytes, length);
  }

  /** The text of a payload, its version in front. */
  static String encode(Base58 alphabet, byte[] payload) {
    byte[] bytes = Arrays.copyOf(payload, payload.length + CHECKSUM_BYTES);
    byte[] hash = Hashes.doubleSha256(payload, payload.length);
    System.arraycopy(hash, 0, bytes, payload.length, CHECKSUM_BYTES);
    return alphabet.encode(bytes);
  }
}
