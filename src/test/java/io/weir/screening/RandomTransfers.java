package io.weir.screening;

import io.weir.address.AddressKey;
import io.weir.address.AddressWriter;
import io.weir.address.AddressWriter.Coin;
import io.weir.domain.Asset;
import io.weir.domain.Party;
import io.weir.domain.Samples;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Transfers among few accounts, in all spellings: those that come often, and those that are wrong
 * in some way.
 */
final class RandomTransfers {
  /** Few, so that lists and transfers meet. */
  private static final int ACCOUNTS = 12;

  private static final List<String> OTHER_CHAINS =
      List.of(
          "ripple",
          "cosmoshub",
          "monero",
          "zcash",
          "nowhere",
          "",
          "Ethereum",
          "eip155:1 ",
          "bitcoi");

  private final Random random;

  RandomTransfers(Random random) {
    this.random = random;
  }

  /** Anything. */
  Transfer any() {
    String chain = random.nextInt(5) == 0 ? oneOf(OTHER_CHAINS) : oneOf(Usual.values()).chain;
    Supplier<String> address = () -> perhapsMangled(address(oneOf(Usual.values())));
    Transfer transfer =
        Samples.on(
            chain,
            id(),
            oneOf(TransferStatus.values()),
            parties(random.nextInt(3), address),
            parties(random.nextInt(3), address));
    return Samples.withAsset(transfer, asset(random.nextBoolean() ? address.get() : null));
  }

  /** One whose addresses fit its chain, some of them mangled when that is wanted. */
  Transfer usual(boolean mangled) {
    Usual kind = oneOf(Usual.values());
    Supplier<String> address = () -> mangled ? perhapsMangled(address(kind)) : address(kind);
    Transfer transfer =
        Samples.on(
            kind.chain,
            "id" + random.nextInt(),
            TransferStatus.CONFIRMED,
            parties(1 + random.nextInt(4), address),
            parties(random.nextInt(4), address));
    boolean contract = kind == Usual.ETHEREUM || kind == Usual.TRON || kind == Usual.SOLANA;
    return Samples.withAsset(transfer, asset(contract ? address.get() : null));
  }

  /** The key of one of the accounts. */
  AddressKey key() {
    byte[] hash = account(20);
    return switch (random.nextInt(5)) {
      case 0 -> AddressKey.account(hash);
      case 1 -> AddressKey.pubkeyHash(hash);
      case 2 -> AddressKey.scriptHash(hash);
      case 3 -> AddressKey.ed25519(account(32));
      default -> AddressKey.witness(1, account(32));
    };
  }

  /** The key of no account. */
  static AddressKey keyOfNobody() {
    return AddressKey.text("nobody");
  }

  private enum Usual {
    ETHEREUM("ethereum"),
    TRON("tron"),
    BITCOIN("bitcoin"),
    LITECOIN("litecoin"),
    SOLANA("solana");

    private final String chain;

    Usual(String chain) {
      this.chain = chain;
    }
  }

  private String address(Usual kind) {
    return switch (kind) {
      case ETHEREUM ->
          random.nextBoolean()
              ? AddressWriter.evm(account(20))
              : AddressWriter.evmLowerCase(account(20));
      case TRON -> AddressWriter.tron(account(20));
      case BITCOIN -> onBitcoin(Coin.BITCOIN);
      case LITECOIN -> onBitcoin(Coin.LITECOIN);
      case SOLANA -> AddressWriter.solana(account(32));
    };
  }

  private String onBitcoin(Coin coin) {
    return switch (random.nextInt(4)) {
      case 0 -> AddressWriter.p2pkh(coin, account(20));
      case 1 -> AddressWriter.p2sh(coin, account(20));
      case 2 -> AddressWriter.p2wpkh(coin, account(20));
      default -> AddressWriter.p2tr(coin, account(32));
    };
  }

  private byte[] account(int length) {
    byte[] bytes = new byte[length];
    new Random(random.nextInt(ACCOUNTS)).nextBytes(bytes);
    return bytes;
  }

  private String perhapsMangled(String address) {
    if (random.nextInt(4) > 0) {
      return address;
    }
    int at = random.nextInt(address.length() + 1);
    String piece = oneOf(List.of("", "1", "0", "x", "z", " ", "é", "0x", "41"));
    int to = Math.min(address.length(), at + random.nextInt(2));
    return address.substring(0, at) + piece + address.substring(to);
  }

  private String id() {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "i".repeat(1024 + random.nextInt(2));
      case 2 -> "é".repeat(512 + random.nextInt(600));
      default -> "id" + random.nextInt();
    };
  }

  private static List<Party> parties(int count, Supplier<String> address) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(party -> Party.of(address.get())).toList());
  }

  private static Asset asset(String contract) {
    return new Asset("ABC", Optional.ofNullable(contract), OptionalInt.of(6));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
