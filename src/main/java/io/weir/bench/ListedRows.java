package io.weir.bench;

import io.weir.address.AddressKey;
import io.weir.address.AddressWriter;
import io.weir.address.AddressWriter.Coin;
import io.weir.domain.Ids;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The rows of a list that no authority published, of any length, made one by one: seed and index
 * decide each. Of a hundred, 35 begin with 1 and 15 with 3 (Bitcoin), 33 are Tron's, 15 Ethereum's
 * and 2 Solana's, about as on OFAC's list. Each address has one listing.
 */
final class ListedRows {
  private static final String AUTHORITY = "BENCH";
  private static final String LIST = "SYNTHETIC";

  /** An entry of OFAC's list has about ten addresses. */
  private static final long ADDRESSES_OF_AN_ENTRY = 10;

  /** Keeps the addresses apart from those of bystanders, whose seeds are made alike. */
  private static final long SALT = 0x6C69737465640000L;

  private static final Source SOURCE =
      new Source("bench.csv", "0123456789abcdef".repeat(4), Optional.empty());

  private final long seed;

  ListedRows(long seed) {
    this.seed = seed ^ SALT;
  }

  /** A published spelling, the key that it stands for, and the asset it is filed under. */
  private record Published(AddressKey key, String text, String label) {}

  /** The row of this index. */
  SanctionedAddress row(long index) {
    Published address = published(new SplittableRandom(LoadSpec.scrambled(seed, index)));
    long entry = index / ADDRESSES_OF_AN_ENTRY;
    String entryId = Long.toString(entry);
    Listing listing =
        new Listing(
            Ids.listing(AUTHORITY, LIST, entryId, address.key()),
            AUTHORITY,
            LIST,
            entryId,
            String.format(Locale.ROOT, "LISTED PERSON %07d", entry),
            List.of("DPRK3", "CYBER2"),
            address.text(),
            address.label(),
            Optional.empty(),
            SOURCE,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new SanctionedAddress(address.key(), List.of(listing));
  }

  private static Published published(SplittableRandom random) {
    int kind = random.nextInt(100);
    byte[] hash = new byte[kind < 98 ? 20 : 32];
    random.nextBytes(hash);
    if (kind < 35) {
      return new Published(
          AddressKey.pubkeyHash(hash), AddressWriter.p2pkh(Coin.BITCOIN, hash), "XBT");
    }
    if (kind < 50) {
      return new Published(
          AddressKey.scriptHash(hash), AddressWriter.p2sh(Coin.BITCOIN, hash), "XBT");
    }
    if (kind < 83) {
      return new Published(AddressKey.account(hash), AddressWriter.tron(hash), "TRX");
    }
    return kind < 98
        ? new Published(AddressKey.account(hash), AddressWriter.evm(hash), "ETH")
        : new Published(AddressKey.ed25519(hash), AddressWriter.solana(hash), "SOL");
  }
}
