package io.weir.embedded;

import io.weir.address.AddressKey;
import io.weir.address.AddressKey.Kind;
import io.weir.address.AddressWriter;
import io.weir.address.AddressWriter.Coin;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** A way in which a transfer can write a listed address, or another address of the same key. */
public enum ListedSpelling {
  ETHEREUM_LOWER_CASE("ethereum", published(Kind.ACCOUNT, "0x"), AddressWriter::evmLowerCase),
  TRON_AS_PUBLISHED("tron", published(Kind.ACCOUNT, "T"), AddressWriter::tron),
  BITCOIN_AS_PUBLISHED(
      "bitcoin", published(Kind.PUBKEYHASH, "1"), hash -> AddressWriter.p2pkh(Coin.BITCOIN, hash)),
  /** A different address of the same key. */
  BITCOIN_SEGWIT(
      "bitcoin", published(Kind.PUBKEYHASH, "1"), hash -> AddressWriter.p2wpkh(Coin.BITCOIN, hash)),
  TRON_HEX("tron", published(Kind.ACCOUNT, "T"), AddressWriter::tronHex),
  /** A different address of the same key. */
  TRON_OF_ETHEREUM("tron", published(Kind.ACCOUNT, "0x"), AddressWriter::tron),
  BITCOIN_SCRIPT_AS_PUBLISHED(
      "bitcoin", published(Kind.SCRIPTHASH, "3"), hash -> AddressWriter.p2sh(Coin.BITCOIN, hash)),
  OTHER_EVM_CHAIN("arbitrum", published(Kind.ACCOUNT, "0x"), AddressWriter::evm),
  /** A different address of the same key, listed by derivation. */
  BITCOIN_WRAPPED_SEGWIT(
      "bitcoin",
      row -> row.key().kind() == Kind.SCRIPTHASH && first(row).derivation().isPresent(),
      hash -> AddressWriter.p2sh(Coin.BITCOIN, hash)),
  ETHEREUM_AS_PUBLISHED("ethereum", published(Kind.ACCOUNT, "0x"), AddressWriter::evm),
  /** A different address of the same key. */
  ETHEREUM_OF_TRON("ethereum", published(Kind.ACCOUNT, "T"), AddressWriter::evm),
  /** A different address of the same key. */
  LITECOIN_OF_BITCOIN(
      "litecoin",
      published(Kind.PUBKEYHASH, "1"),
      hash -> AddressWriter.p2wpkh(Coin.LITECOIN, hash)),
  SOLANA_AS_PUBLISHED("solana", row -> row.key().kind() == Kind.ED25519, AddressWriter::solana);

  private final String chain;

  // Functions without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Predicate<SanctionedAddress> fits;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<byte[], String> writer;

  ListedSpelling(String chain, Predicate<SanctionedAddress> fits, Function<byte[], String> writer) {
    this.chain = chain;
    this.fits = fits;
    this.writer = writer;
  }

  /** The chain on which an address is written like this. */
  public String chain() {
    return chain;
  }

  /** Whether this row of the list can be written like this. */
  public boolean fits(SanctionedAddress row) {
    return fits.test(row);
  }

  /** The address that stands for the key. */
  public String write(AddressKey key) {
    return writer.apply(key.payload());
  }

  private static Predicate<SanctionedAddress> published(Kind kind, String beginning) {
    return row ->
        row.key().kind() == kind
            && first(row).derivation().isEmpty()
            && first(row)
                .address()
                .toLowerCase(Locale.ROOT)
                .startsWith(beginning.toLowerCase(Locale.ROOT));
  }

  private static Listing first(SanctionedAddress row) {
    return row.listings().get(0);
  }
}
