package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Addresses whose chain is not known: the shape and the checksum say what they are. */
final class AnyChain {

  private interface Reader {
    Address read(String text) throws BadAddress;
  }

  /** No text passes two of them: alphabets, lengths and versions differ. */
  private static final List<Reader> BASE58_AND_BECH32 =
      List.of(Bitcoin::read, AnyChain::readCosmos, Tron::readBase58, Xrp::read, Solana::read);

  private AnyChain() {}

  static Address read(String text) throws BadAddress {
    if (Tron.hasVersionedHexShape(text)) {
      return Tron.read(text);
    }
    if (Hex.prefixLength(text) > 0 || Hex.isDigits(text, 0, 2 * Evm.ACCOUNT_BYTES)) {
      return Evm.read(text);
    }
    List<BadAddress> refusals = new ArrayList<>();
    for (Reader reader : BASE58_AND_BECH32) {
      try {
        return reader.read(text);
      } catch (BadAddress refusal) {
        refusals.add(refusal);
      }
    }
    throw Collections.max(refusals, Comparator.comparingInt(AnyChain::progress));
  }

  private static Address readCosmos(String text) throws BadAddress {
    if (!Bech32.hasShape(text)) {
      throw new BadAddress(BAD_LENGTH, "The text is not bech32");
    }
    return Cosmos.read(text);
  }

  /** How far a reader came: the one that came furthest knows best what is wrong. */
  private static int progress(BadAddress refusal) {
    return switch (refusal.reason()) {
      case EMPTY, TOO_LONG -> 0;
      case BAD_LENGTH -> 1;
      case BAD_CHARACTER -> 2;
      case MIXED_CASE -> 3;
      case BAD_CHECKSUM -> 4;
      case UNKNOWN_PREFIX -> 5;
    };
  }
}
