package io.weir.embedded;

import io.weir.address.AddressWriter;
import io.weir.address.AddressWriter.Coin;
import io.weir.embedded.SampleAsset.Shape;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Addresses and transaction hashes that belong to nobody: random, and valid on their chain. */
public final class SampleAddresses {
  private SampleAddresses() {}

  /** An address as a wallet of this chain may have it. */
  public static String any(Shape shape, SplittableRandom random) {
    return switch (shape) {
      // Exports write lower case, wallets write EIP-55.
      case EVM ->
          random.nextInt(3) == 0
              ? AddressWriter.evm(bytes(random, 20))
              : AddressWriter.evmLowerCase(bytes(random, 20));
      case TRON -> AddressWriter.tron(bytes(random, 20));
      case SOLANA -> AddressWriter.solana(bytes(random, 32));
      case BITCOIN -> bitcoin(Coin.BITCOIN, random);
      case LITECOIN -> litecoin(random);
      case DOGECOIN -> AddressWriter.p2pkh(Coin.DOGECOIN, bytes(random, 20));
    };
  }

  private static String bitcoin(Coin coin, SplittableRandom random) {
    int kind = random.nextInt(10);
    if (kind < 5) {
      return AddressWriter.p2wpkh(coin, bytes(random, 20));
    }
    if (kind < 7) {
      return AddressWriter.p2tr(coin, bytes(random, 32));
    }
    return kind < 9
        ? AddressWriter.p2pkh(coin, bytes(random, 20))
        : AddressWriter.p2sh(coin, bytes(random, 20));
  }

  private static String litecoin(SplittableRandom random) {
    return random.nextBoolean()
        ? AddressWriter.p2wpkh(Coin.LITECOIN, bytes(random, 20))
        : AddressWriter.p2pkh(Coin.LITECOIN, bytes(random, 20));
  }

  /** A transaction's hash in the form of its chain. */
  static String txHash(Shape shape, SplittableRandom random) {
    return switch (shape) {
      case EVM -> "0x" + hex(random);
      // A signature is 64 bytes in base58, as long as two keys.
      case SOLANA -> any(shape, random) + any(shape, random);
      default -> hex(random);
    };
  }

  private static String hex(SplittableRandom random) {
    return HexFormat.of().formatHex(bytes(random, 32));
  }

  private static byte[] bytes(SplittableRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
