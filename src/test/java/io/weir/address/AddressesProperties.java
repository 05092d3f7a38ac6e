package io.weir.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressArbitraries.Checksummed;
import io.weir.address.AddressArbitraries.Hash20;
import io.weir.address.AddressArbitraries.Hash32;
import io.weir.address.AddressArbitraries.Mangled;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(AddressArbitraries.class)
@Domain(DomainContext.Global.class)
class AddressesProperties {

  @Property
  void shouldGiveOneKeyForEverySpellingOfAPublicKeyHash(@ForAll Hash20 hash) {
    assertThat(keys(ofPublicKey(hash))).containsOnly(AddressKey.pubkeyHash(hash.bytes()));
  }

  @Property
  void shouldGiveOneKeyForEverySpellingOfAScriptHash(@ForAll Hash20 hash) {
    assertThat(keys(ofScript(hash))).containsOnly(AddressKey.scriptHash(hash.bytes()));
  }

  @Property
  void shouldGiveOneKeyForEverySpellingOfAnAccount(@ForAll Hash20 hash) {
    assertThat(keys(ofAccount(hash))).containsOnly(AddressKey.account(hash.bytes()));
  }

  @Property
  void shouldGiveOneKeyForEverySpellingOfLongCredentials(@ForAll Hash32 hash) {
    byte[] bytes = hash.bytes();
    String taproot = Spellings.segwit("bc", 1, bytes);

    assertThat(keys(Stream.of(taproot, taproot.toUpperCase(Locale.ROOT))))
        .containsOnly(AddressKey.witness(1, bytes));
    assertThat(keys(Stream.of(Spellings.segwit("bc", 0, bytes), Spellings.segwit("ltc", 0, bytes))))
        .containsOnly(AddressKey.witness(0, bytes));
    assertThat(keys(Stream.of(Spellings.cashAddr(1, bytes))))
        .containsOnly(AddressKey.scriptHash(bytes));
    assertThat(keys(Stream.of(Spellings.solana(bytes)))).containsOnly(AddressKey.ed25519(bytes));
  }

  @Property
  void shouldNeverShareAKeyBetweenCredentials(@ForAll Hash20 left, @ForAll Hash20 right) {
    Assume.that(!left.equals(right));
    List<AddressKey> ofRight =
        keys(Stream.of(ofPublicKey(right), ofScript(right), ofAccount(right)).flatMap(it -> it));

    assertThat(keys(ofPublicKey(left)))
        .doesNotContainAnyElementsOf(keys(ofScript(left)))
        .doesNotContainAnyElementsOf(keys(ofAccount(left)))
        .doesNotContainAnyElementsOf(ofRight);
    assertThat(keys(ofScript(left)))
        .doesNotContainAnyElementsOf(keys(ofAccount(left)))
        .doesNotContainAnyElementsOf(ofRight);
    assertThat(keys(ofAccount(left))).doesNotContainAnyElementsOf(ofRight);
  }

  @Property
  void shouldReadTheSameFromAListAndFromATransfer(@ForAll Mangled given, @ForAll Family family) {
    if (Given.read(family, given.text()) instanceof Address address) {
      assertThat(Given.listed(given.text()).key()).isEqualTo(address.key());
    }
  }

  @Property
  void shouldGiveAKeyThatParsesToItself(@ForAll Mangled given) {
    if (Addresses.readAnyChain(given.text()) instanceof Address address) {
      assertThat(AddressKey.parse(address.key().toString())).isEqualTo(address.key());
      assertThat(Given.listed(address.text())).isEqualTo(address);
    }
  }

  @Property
  void shouldNeverThrow(@ForAll Mangled given, @ForAll Family family) {
    assertThat(List.of(Given.read(family, given.text()), Addresses.readAnyChain(given.text())))
        .allSatisfy(AddressesProperties::assertDocumented);
  }

  @Property
  void shouldNeverReadAnotherKeyWhenOneCharacterIsSubstituted(
      @ForAll Checksummed valid, @ForAll @IntRange(max = 120) int at, @ForAll char substitute) {
    assertNoOtherKey(valid, at, substitute);
  }

  @Property
  void shouldNeverReadAnotherKeyWhenOneDigitIsSubstituted(
      @ForAll Checksummed valid,
      @ForAll @IntRange(max = 120) int at,
      @ForAll("digits") char digit) {
    assertNoOtherKey(valid, at, digit);
  }

  @Provide
  Arbitrary<Character> digits() {
    return Arbitraries.chars().alpha().numeric();
  }

  private static void assertNoOtherKey(Checksummed valid, int at, char substitute) {
    StringBuilder text = new StringBuilder(valid.text());
    int index = at % text.length();
    Assume.that(text.charAt(index) != substitute);
    text.setCharAt(index, substitute);

    if (Given.read(valid.family(), text.toString()) instanceof Address address) {
      throw new AssertionError(valid + " with a typing error was read as " + address);
    }
    if (Addresses.readAnyChain(text.toString()) instanceof Address listed) {
      // Solana has no checksum: by shape alone, any 32 bytes in base58 are one of its addresses,
      // and a few mistyped bech32 texts are that by chance.
      assertThat(listed.form()).isIn("text", "solana");
      assertThat(listed.warning().isPresent()).isEqualTo(listed.form().equals("text"));
    }
  }

  private static void assertDocumented(Reading reading) {
    if (reading instanceof NotAnAddress refused) {
      assertThat(refused.detail()).isNotBlank();
    } else if (reading instanceof Address address) {
      assertThat(address.form()).isNotBlank();
      assertThat(address.text()).isNotBlank();
    }
  }

  private static List<AddressKey> keys(Stream<String> texts) {
    return texts.map(it -> Given.listed(it).key()).toList();
  }

  private static Stream<String> ofPublicKey(Hash20 hash) {
    byte[] bytes = hash.bytes();
    String segwit = Spellings.segwit("bc", 0, bytes);
    String cash = Spellings.cashAddr(0, bytes);
    return Stream.concat(
        Stream.of("00", "1e", "26", "30", "4c", "1cb8")
            .map(version -> Spellings.base58Check(version, bytes)),
        Stream.of(
            segwit,
            segwit.toUpperCase(Locale.ROOT),
            Spellings.segwit("ltc", 0, bytes),
            cash,
            cash.toUpperCase(Locale.ROOT),
            "bitcoincash:" + cash,
            Spellings.cashAddr(2, bytes),
            Spellings.xrp(bytes),
            Spellings.xAddress(bytes, 12345),
            Spellings.cosmos("bnb", bytes),
            Spellings.cosmos("cosmos", bytes)));
  }

  private static Stream<String> ofScript(Hash20 hash) {
    byte[] bytes = hash.bytes();
    return Stream.concat(
        Stream.of("05", "10", "16", "17", "32", "1cbd")
            .map(version -> Spellings.base58Check(version, bytes)),
        Stream.of(
            Spellings.cashAddr(1, bytes),
            "BITCOINCASH:" + Spellings.cashAddr(1, bytes).toUpperCase(Locale.ROOT)));
  }

  private static Stream<String> ofAccount(Hash20 hash) {
    byte[] bytes = hash.bytes();
    return Stream.concat(
        Spellings.ofAccount(bytes).stream(),
        Stream.of(
            Spellings.base58Check("41", bytes),
            "41" + hash.hex(),
            "0x41" + hash.hex(),
            Spellings.cosmos("inj", bytes)));
  }
}
