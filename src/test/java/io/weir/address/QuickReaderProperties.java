package io.weir.address;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressArbitraries.Checksummed;
import io.weir.address.AddressArbitraries.Hash20;
import io.weir.address.AddressArbitraries.Hash32;
import io.weir.address.AddressArbitraries.Mangled;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The quick way never says anything that the thorough one does not. */
@Domain(AddressArbitraries.class)
@Domain(DomainContext.Global.class)
class QuickReaderProperties {
  private final QuickReader quick = new QuickReader();
  private final QuickReader search = QuickReader.forSearch();

  @Property(tries = 20_000)
  void shouldAgreeOnWhateverItDoesNotGiveUp(@ForAll Family family, @ForAll Mangled mangled) {
    long fingerprint = quick(family, mangled.text());

    if (fingerprint != Fingerprint.NONE) {
      assertThat(fingerprint).isEqualTo(thorough(family, mangled.text()));
    }
  }

  @Property
  void shouldAgreeOnAddressesThatCarryAChecksum(@ForAll Checksummed address) {
    long fingerprint = quick(address.family(), address.text());

    if (fingerprint != Fingerprint.NONE) {
      assertThat(fingerprint).isEqualTo(thorough(address.family(), address.text()));
    }
  }

  /** A search may find more than there is, never less. */
  @Property(tries = 20_000)
  void shouldSayTheSameInASearchOfWhateverIsAnAddress(
      @ForAll Family family, @ForAll Mangled mangled) {
    long fingerprint = quick(family, mangled.text());

    if (fingerprint != Fingerprint.NONE) {
      assertThat(search(family, mangled.text())).isEqualTo(fingerprint);
    }
  }

  @Property
  void shouldSayTheSameInASearchOfAddressesThatCarryAChecksum(@ForAll Checksummed address) {
    long fingerprint = quick(address.family(), address.text());

    if (fingerprint != Fingerprint.NONE) {
      assertThat(search(address.family(), address.text())).isEqualTo(fingerprint);
    }
  }

  @Property
  void shouldNotGiveUpOnWhatComesOften(@ForAll Hash20 hash, @ForAll Hash32 key) {
    byte[] bytes = hash.bytes();
    assertQuick(Family.EVM, AddressWriter.evm(bytes), AddressKey.account(bytes));
    assertQuick(Family.EVM, AddressWriter.evmLowerCase(bytes), AddressKey.account(bytes));
    assertQuick(Family.TRON, AddressWriter.tron(bytes), AddressKey.account(bytes));
    for (AddressWriter.Coin coin : AddressWriter.Coin.values()) {
      assertQuick(Family.BITCOIN, AddressWriter.p2pkh(coin, bytes), AddressKey.pubkeyHash(bytes));
      assertQuick(Family.BITCOIN, AddressWriter.p2sh(coin, bytes), AddressKey.scriptHash(bytes));
    }
    for (AddressWriter.Coin coin :
        List.of(AddressWriter.Coin.BITCOIN, AddressWriter.Coin.LITECOIN)) {
      assertQuick(Family.BITCOIN, AddressWriter.p2wpkh(coin, bytes), AddressKey.pubkeyHash(bytes));
      assertQuick(
          Family.BITCOIN,
          AddressWriter.p2tr(coin, key.bytes()),
          AddressKey.witness(1, key.bytes()));
    }
    assertQuick(Family.SOLANA, AddressWriter.solana(key.bytes()), AddressKey.ed25519(key.bytes()));
  }

  @Property
  void shouldSayTheSameOfATextThatItHasSeen(@ForAll Family family, @ForAll Checksummed address) {
    long first = quick(family, address.text());
    // What another family has read must not lend its key to this one.
    quick(address.family(), address.text());

    assertThat(quick(family, address.text())).isEqualTo(first);
    if (first != Fingerprint.NONE) {
      assertThat(first).isEqualTo(thorough(family, address.text()));
    }
  }

  @Property
  void shouldReadATextWithAnotherCharacterAnewWhenItHasSeenTheFirst(
      @ForAll Checksummed address, @ForAll @IntRange(max = 63) int place) {
    String seen = address.text();
    quick(address.family(), seen);
    int changed = place % seen.length();
    char other = seen.charAt(changed) == '3' ? '4' : '3';
    String next = seen.substring(0, changed) + other + seen.substring(changed + 1);

    long fingerprint = quick(address.family(), next);

    if (fingerprint != Fingerprint.NONE) {
      assertThat(fingerprint).isEqualTo(thorough(address.family(), next));
    }
  }

  @Property
  void shouldReadFromTheMiddleOfARecord(@ForAll Hash20 hash, @ForAll @Size(max = 9) byte[] other) {
    byte[] address = AddressWriter.tron(hash.bytes()).getBytes(UTF_8);
    byte[] record = new byte[other.length + address.length + other.length];
    System.arraycopy(other, 0, record, 0, other.length);
    System.arraycopy(address, 0, record, other.length, address.length);
    System.arraycopy(other, 0, record, other.length + address.length, other.length);

    assertThat(quick.read(Family.TRON, record, other.length, other.length + address.length))
        .isEqualTo(Fingerprint.of(AddressKey.account(hash.bytes())));
  }

  @Example
  void shouldTellKindsAndPayloadsApart() {
    Set<Long> seen = new HashSet<>();
    for (int last = 0; last < 256; last++) {
      byte[] twenty = new byte[20];
      byte[] thirtyTwo = new byte[32];
      twenty[19] = (byte) last;
      thirtyTwo[31] = (byte) last;
      assertThat(seen.add(Fingerprint.of(AddressKey.account(twenty)))).isTrue();
      assertThat(seen.add(Fingerprint.of(AddressKey.pubkeyHash(twenty)))).isTrue();
      assertThat(seen.add(Fingerprint.of(AddressKey.scriptHash(twenty)))).isTrue();
      assertThat(seen.add(Fingerprint.of(AddressKey.scriptHash(thirtyTwo)))).isTrue();
      assertThat(seen.add(Fingerprint.of(AddressKey.ed25519(thirtyTwo)))).isTrue();
      assertThat(seen.add(Fingerprint.of(AddressKey.witness(0, thirtyTwo)))).isTrue();
      assertThat(seen.add(Fingerprint.of(AddressKey.witness(1, thirtyTwo)))).isTrue();
    }
  }

  private void assertQuick(Family family, String text, AddressKey key) {
    assertThat(quick(family, text)).as(text).isEqualTo(Fingerprint.of(key));
  }

  private long quick(Family family, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return quick.read(family, bytes, 0, bytes.length);
  }

  private long search(Family family, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return search.read(family, bytes, 0, bytes.length);
  }

  private static long thorough(Family family, String text) {
    Reading reading = Addresses.read(new Chain("test:1", List.of(), family), text);
    return reading instanceof Address address ? Fingerprint.of(address.key()) : Fingerprint.NONE;
  }
}
