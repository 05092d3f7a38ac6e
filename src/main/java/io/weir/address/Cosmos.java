package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHECKSUM;
import static io.weir.address.NotAnAddress.Reason.BAD_LENGTH;

import io.weir.address.Bech32.Variant;
import java.util.Locale;
import java.util.Set;

/** Addresses of Cosmos SDK chains and of those that write alike, such as BNB Beacon Chain. */
final class Cosmos {
  /** Chains whose accounts are Ethereum's: the last 20 bytes of keccak256(public key). */
  private static final Set<String> ACCOUNT_PREFIXES =
      Set.of("inj", "injvaloper", "evmos", "evmosvaloper");

  private Cosmos() {}

  static Address read(String text) throws BadAddress {
    Bech32 decoded = Bech32.decode(text, Bech32.MAX_LENGTH);
    if (decoded.variant() != Variant.BECH32) {
      throw new BadAddress(BAD_CHECKSUM, "Cosmos addresses are bech32, not bech32m");
    }
    byte[] bytes = decoded.bytes(0);
    return switch (bytes.length) {
      case 20 -> {
        AddressKey key =
            ACCOUNT_PREFIXES.contains(decoded.prefix())
                ? AddressKey.account(bytes)
                : AddressKey.pubkeyHash(bytes);
        yield Address.of(text, key, "bech32:" + decoded.prefix());
      }
      // Contracts and module accounts: no key hash, so the address itself is the credential.
      case 32 -> Address.ofText(text, text.toLowerCase(Locale.ROOT));
      default ->
          throw new BadAddress(
              BAD_LENGTH, "A payload of " + bytes.length + " bytes is no Cosmos address");
    };
  }
}
