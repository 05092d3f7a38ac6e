package io.weir.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.address.AddressWriter;
import io.weir.address.AddressWriter.Coin;
import io.weir.lists.Findings.Found;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.bitcoinj.base.Base58;

class AddressSearchProperties {

  @Property(tries = 2000)
  void shouldFindNoAddressInProse(@ForAll("prose") String prose) {
    Findings findings = AddressSearch.in(prose);

    assertThat(findings.found()).isEmpty();
    assertThat(findings.suspects()).isEmpty();
  }

  @Example
  void shouldNotAddAWordToASignatureToMakeAMoneroAddress() {
    String signature =
        "4Umk1E47BhUNBHJQGJto6i5xpATqVs8UxW11QjpoVnBmiv7aZJyG78yVYj99SrozRa9x7av8p3GJmBuzvhpUHDZ";

    assertThat(AddressSearch.in(signature + " iPhone15").suspects()).isEmpty();
  }

  @Property
  void shouldFindAnAddressWhereverItStands(
      @ForAll("prose") String before,
      @ForAll("marks") String opening,
      @ForAll("addresses") String address,
      @ForAll("marks") String closing,
      @ForAll("prose") String after) {
    String text = before + " " + opening + address + closing + " " + after;

    assertThat(AddressSearch.in(text).found())
        .extracting(Found::address, Found::repair)
        .containsExactly(tuple(address, Optional.empty()));
  }

  @Property
  void shouldRejoinAnAddressBrokenAnywhere(
      @ForAll("prose") String before,
      @ForAll("checksummed") String address,
      @ForAll("cuts") double cut,
      @ForAll("breaks") String lineBreak,
      @ForAll("prose") String after) {
    int at = 1 + (int) (cut * (address.length() - 1));
    String broken = address.substring(0, at) + lineBreak + address.substring(at);

    List<Found> found = AddressSearch.in(before + ". " + broken + ". " + after).found();

    assertThat(found).extracting(Found::address).containsExactly(address);
    assertThat(found.get(0).repair()).isPresent();
  }

  @Property
  void shouldSeeThroughLookalikes(@ForAll("checksummed") String address) {
    String disguised =
        address
            .replace('a', '\u0430')
            .replace('T', '\u0422')
            .replace("1", "\uff11")
            .replaceFirst("(?<=..)", "\u200b");

    assertThat(AddressSearch.in(disguised).found())
        .extracting(Found::address)
        .containsExactly(address);
  }

  @Property(tries = 5000)
  void shouldTakeNothingThatIsNotThere(@ForAll String text) {
    Findings findings = AddressSearch.in(text);

    assertThat(findings.found()).isEmpty();
    assertThat(findings.suspects())
        .allSatisfy(
            suspect ->
                assertThat(0 <= suspect.start() && suspect.start() < suspect.end()).isTrue());
  }

  @Provide
  Arbitrary<String> addresses() {
    return Arbitraries.oneOf(
        checksummed(),
        bytes(20).map(AddressWriter::evm),
        bytes(20).map(AddressWriter::evmLowerCase));
  }

  @Provide
  Arbitrary<String> checksummed() {
    Arbitrary<Coin> coins = Arbitraries.of(Coin.class);
    return Arbitraries.oneOf(
        bytes(20).map(AddressWriter::tron),
        Combinators.combine(coins, bytes(20)).as(AddressWriter::p2pkh),
        Combinators.combine(coins, bytes(20)).as(AddressWriter::p2sh),
        bytes(20).map(hash -> AddressWriter.p2wpkh(Coin.BITCOIN, hash)),
        bytes(32).map(key -> AddressWriter.p2tr(Coin.BITCOIN, key)));
  }

  @Provide
  Arbitrary<String> marks() {
    return Arbitraries.strings()
        .withChars(".,;:()[]{}'\"-_*/\\|<>=&#@!?\u201c\u2014")
        .ofMaxLength(3);
  }

  @Provide
  Arbitrary<String> breaks() {
    return Arbitraries.of("\n", "\r\n", "\n   ", " ", "\u00a0", "-\n", "\t", "_", "\u2028");
  }

  @Provide
  Arbitrary<Double> cuts() {
    return Arbitraries.doubles().between(0, true, 1, false);
  }

  /** Words, names, numbers and ids as they stand in statements of reasons. */
  @Provide
  Arbitrary<String> prose() {
    Arbitrary<String> word =
        Arbitraries.of(
            "the",
            "Democratic",
            "MOHAMMED",
            "O'Neill",
            "wallet",
            "addresses:",
            "of",
            "in",
            "March",
            "2013",
            "McDonald",
            "iPhone15",
            "DPRK4",
            "A18552941",
            "(12.03.1994)",
            "+970-599626247",
            "\u043e\u0440\u0433\u0430\u043d\u0438\u0437\u0430\u0446\u0438\u044f",
            "\u05e6.\u05ea",
            "s.a.r.l.",
            "info@example.org",
            "https://www.example.org/en/How-we-work/View-Notices?id=17",
            "BTC:",
            "USDT",
            "ERC20");
    Arbitrary<String> id =
        Arbitraries.oneOf(
            bytes(32).map(HexFormat.of()::formatHex),
            bytes(32).map(hash -> "0x" + HexFormat.of().formatHex(hash)),
            bytes(16).map(bytes -> UUID.nameUUIDFromBytes(bytes).toString()),
            bytes(16).map(HexFormat.of()::formatHex),
            bytes(11).map(bytes -> "DE" + new BigInteger(1, bytes)),
            bytes(11).map(bytes -> HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT)),
            bytes(64).map(AddressSearchProperties::base58));
    return Arbitraries.frequencyOf(Tuple.of(9, word), Tuple.of(1, id))
        .list()
        .ofMaxSize(12)
        .map(words -> String.join(" ", words));
  }

  private static String base58(byte[] signature) {
    return Base58.encode(signature);
  }

  private static Arbitrary<byte[]> bytes(int size) {
    return Arbitraries.bytes().array(byte[].class).ofSize(size);
  }
}
