package io.weir.address;

import static io.weir.address.NotAnAddress.Reason.BAD_CHECKSUM;
import static io.weir.address.NotAnAddress.Reason.UNKNOWN_PREFIX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.address.BipVectors.ValidSegwit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every vector of BIP-173 and BIP-350. None is skipped: test networks decode, then are refused. */
class BipVectorsTest {
  private static final String BIP_173 = "addresses/bips_bip-0173.mediawiki";
  private static final String BIP_350 = "addresses/bips_bip-0350.mediawiki";

  @Test
  void shouldDecodeWhenBipsCallTheTextValid() throws IOException {
    List<String> bech32 = vectors(BIP_173).validBech32();
    List<String> bech32m = vectors(BIP_350).validBech32();

    assertThat(bech32).hasSize(7).allMatch(it -> variant(it) == Bech32.Variant.BECH32);
    assertThat(bech32m).hasSize(7).allMatch(it -> variant(it) == Bech32.Variant.BECH32M);
  }

  @Test
  void shouldRefuseWhenBipsCallTheTextInvalid() throws IOException {
    List<String> bech32 = vectors(BIP_173).invalidBech32();
    List<String> bech32m = vectors(BIP_350).invalidBech32();

    assertThat(bech32).hasSize(12).allSatisfy(BipVectorsTest::assertNotBech32);
    assertThat(bech32m).hasSize(14).allSatisfy(BipVectorsTest::assertNotBech32);
  }

  @Test
  void shouldReadTheProgramWhenTheSegwitAddressIsValid() throws IOException {
    List<ValidSegwit> vectors = vectors(BIP_350).validSegwit();

    assertThat(vectors).hasSize(8).allSatisfy(BipVectorsTest::assertReads);
    assertThat(vectors.stream().filter(ValidSegwit::isMainNetwork)).hasSize(5);
  }

  @Test
  void shouldReadVersion0AndRefuseTheRestWhenBip350HasReplacedTheChecksum() throws IOException {
    List<ValidSegwit> vectors = vectors(BIP_173).validSegwit();

    assertThat(vectors).hasSize(6);
    assertThat(vectors.stream().filter(it -> it.version() == 0))
        .hasSize(3)
        .allSatisfy(BipVectorsTest::assertReads);
    assertThat(vectors.stream().filter(it -> it.version() > 0).map(ValidSegwit::address))
        .hasSize(3)
        .allMatch(it -> Given.refusal(Family.BITCOIN, it) == BAD_CHECKSUM);
  }

  @Test
  void shouldRefuseWhenTheSegwitAddressIsInvalid() throws IOException {
    List<String> bip173 = vectors(BIP_173).invalidSegwit();
    List<String> bip350 = vectors(BIP_350).invalidSegwit();

    assertThat(bip173).hasSize(10).allSatisfy(BipVectorsTest::assertRefused);
    assertThat(bip350).hasSize(15).allSatisfy(BipVectorsTest::assertRefused);
  }

  private static void assertReads(ValidSegwit vector) throws BadAddress {
    String text = vector.address();
    Address address = Segwit.read(text, Bech32.decode(text, Bech32.MAX_LENGTH));

    boolean keyHash = vector.version() == 0 && vector.program().length() == 40;
    assertThat(address.key())
        .hasToString(
            keyHash
                ? "pubkeyhash:" + vector.program()
                : "witness:" + vector.version() + ":" + vector.program());
    for (String spelling : List.of(text, text.toLowerCase(Locale.ROOT))) {
      Reading reading = Given.read(Family.BITCOIN, spelling);
      if (vector.isMainNetwork()) {
        assertThat(reading).isInstanceOf(Address.class);
        assertThat(((Address) reading).isSpellingOf(address)).isTrue();
      } else {
        assertThat(((NotAnAddress) reading).reason()).isEqualTo(UNKNOWN_PREFIX);
      }
    }
  }

  private static void assertRefused(String text) {
    assertThat(Given.read(Family.BITCOIN, text)).isInstanceOf(NotAnAddress.class);
    if (!text.startsWith("tc")) {
      // Whatever the network: the prefix alone must not be what saves us.
      assertThatExceptionOfType(BadAddress.class)
          .isThrownBy(() -> Segwit.read(text, Bech32.decode(text, Bech32.MAX_LENGTH)));
    }
  }

  private static void assertNotBech32(String text) {
    assertThatExceptionOfType(BadAddress.class)
        .as(text)
        .isThrownBy(() -> Bech32.decode(text, Bech32.MAX_LENGTH));
  }

  private static Bech32.Variant variant(String text) {
    try {
      return Bech32.decode(text, Bech32.MAX_LENGTH).variant();
    } catch (BadAddress bad) {
      throw new AssertionError(text, bad);
    }
  }

  private static BipVectors vectors(String file) throws IOException {
    return BipVectors.parse(SharedData.utf8(file));
  }
}
