package io.weir.address;

import static io.weir.address.Given.listed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as lists publish them: without their chain. */
class AnyChainTest {

  @ParameterizedTest
  @CsvSource({
    "0x098B716B8Aaf21512996dC57EB0615e2383E2f96, evm, ACCOUNT",
    "098b716b8aaf21512996dc57eb0615e2383e2f96, evm, ACCOUNT",
    "TTUDyVhhpCC1xJoPmWzdjLAzeoPwbSABdr, tron, ACCOUNT",
    "41a614f803b6fd780986a42c78ec9c7f77e6ded13c, tron, ACCOUNT",
    "0x41a614f803b6fd780986a42c78ec9c7f77e6ded13c, tron, ACCOUNT",
    "13JtX4h7G5ZuNK5mFudKGq9DHLvvMFuNuz, p2pkh:00, PUBKEYHASH",
    "34kWCKF2wCbe6uinit2uL4ND6d8yxsuxKM, p2sh:05, SCRIPTHASH",
    "bc1qs9u6j78e3utj08mwvqkkmqm9de5xk3g4yh8qtq, bech32:bc, PUBKEYHASH",
    "bc1qe95l438kzjcvnsm3kn8n5augf9gpctdlhsq7f7hpnkyvlr7rc7cqupapf7, bech32:bc, WITNESS",
    "LWnbjLYUfqeokfbWM4FcU7uk2FP2DSxuWS, p2pkh:30, PUBKEYHASH",
    "M8yFL6SFC6TreATegTyuSYkDfDRbisdpT3, p2sh:05, SCRIPTHASH",
    "t1WSKwCDL1QYRRUrCCknEs5tDLhtGVYu9KM, p2pkh:1cb8, PUBKEYHASH",
    "t3Vz22vK5z2LcKEdg16Yv4FFneEL1zg9ojd, p2sh:1cbd, SCRIPTHASH",
    "DLrPBnddK81Tn7YStmKVAhqfxYexZFJymq, p2pkh:1e, PUBKEYHASH",
    "qzjv8hrdvz6edu4gkzpnd4w6jc7zf296g5e9kkq4lx, p2pkh:00, PUBKEYHASH",
    "rnXyVQzgxZe7TR1EPzTkGj2jxH4LMJYh66, xrp, PUBKEYHASH",
    "X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ, xrp, PUBKEYHASH",
    "bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h2, bech32:bnb, PUBKEYHASH",
    "So11111111111111111111111111111111111111112, solana, ED25519",
    "nonstandard0123456789abcdef0123456789abcdef01234567, text, TEXT"
  })
  void shouldReadTheKindWhenTheShapeIsKnown(String text, String form, AddressKey.Kind kind) {
    Address address = listed(text);

    assertThat(address.form()).isEqualTo(form);
    assertThat(address.key().kind()).isEqualTo(kind);
    assertThat(address.warning()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0x098B716B8Aaf21512996dC57EB0615e2383E2f9, hexadecimal digits",
    "TTUDyVhhpCC1xJoPmWzdjLAzeoPwbSABds, checksum fails",
    "bc1qs9u6j78e3utj08mwvqkkmqm9de5xk3g4yh8qtp, checksum fails",
    "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx, main network",
    "T\u041d96tF, U+041D at character 2",
    "12345678, too few for an address",
    "two words, U+0020 at character 4",
    "5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320, is not a base58 digit",
    "41QfPgoVmcGJWBPhSTb6y7Ny9fSm8AHVL72vjMfEyVXmL9kmg1FJUP4iCaEFMVnmiSBVUy6L92bGR1hN3gTqv1rVGjr3ysa, Monero"
  })
  void shouldKeepTheTextAndSayWhyWhenItDoesNotParse(String text, String why) {
    Address address = listed(text);

    assertThat(address.key()).isEqualTo(AddressKey.text(text));
    assertThat(address.form()).isEqualTo("text");
    assertThat(address.warning()).hasValueSatisfying(it -> assertThat(it).contains(why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "\udc00"})
  void shouldRefuseWhenTheTextCannotBeOnAList(String text) {
    assertThat(Addresses.readAnyChain(text)).isInstanceOf(NotAnAddress.class);
  }

  @Test
  void shouldKeepTheTextAsGivenWhenItIsRefused() {
    assertThat(((NotAnAddress) Addresses.readAnyChain(" a\nb ")).text()).isEqualTo(" a\nb ");
  }

  @Test
  void shouldGiveOneKeyWhenAChainOfTextSpellsAnAddressThatTheListDecodes() {
    String text = "TTUDyVhhpCC1xJoPmWzdjLAzeoPwbSABdr";

    assertThat(Given.address(Family.TEXT, text).key()).isEqualTo(listed(text).key());
  }
}
