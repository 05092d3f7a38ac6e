package io.weir.address;

import static io.weir.address.Given.address;
import static io.weir.address.Given.listed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** When two texts are one address, when two addresses of one key, and when neither. */
class SpellingsTest {
  private static final byte[] HASH = Given.bytes("751e76e8199196d454941c45d1b3a323f1433bd6");
  private static final byte[] HASH_32 =
      Given.bytes("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");

  @Test
  void shouldBeOneAddressWhenOnlyTheSpellingDiffers() {
    assertOneAddress("0x" + Spellings.hex(HASH), Spellings.hex(HASH).toUpperCase(Locale.ROOT));
    assertOneAddress(Spellings.base58Check("41", HASH), "41" + Spellings.hex(HASH));
    assertOneAddress(Spellings.base58Check("00", HASH), Spellings.cashAddr(0, HASH));
    assertOneAddress(Spellings.cashAddr(0, HASH), "bitcoincash:" + Spellings.cashAddr(0, HASH));
    assertOneAddress(Spellings.cashAddr(0, HASH), Spellings.cashAddr(2, HASH));
    assertOneAddress(Spellings.base58Check("05", HASH), Spellings.cashAddr(1, HASH));
    assertOneAddress(Spellings.base58Check("05", HASH), Spellings.base58Check("32", HASH));
    assertOneAddress(Spellings.cashAddr(1, HASH_32), Spellings.cashAddr(3, HASH_32));
    assertOneAddress(Spellings.xrp(HASH), Spellings.xAddress(HASH, 7));
    assertOneAddress(
        Spellings.segwit("bc", 0, HASH), Spellings.segwit("bc", 0, HASH).toUpperCase(Locale.ROOT));
  }

  @Test
  void shouldBeOneKeyWhenTheAddressesDiffer() {
    assertOneKey(Spellings.base58Check("00", HASH), Spellings.segwit("bc", 0, HASH));
    assertOneKey(Spellings.base58Check("00", HASH), Spellings.base58Check("30", HASH));
    assertOneKey(Spellings.base58Check("00", HASH), Spellings.base58Check("1cb8", HASH));
    assertOneKey(Spellings.base58Check("05", HASH), Spellings.base58Check("16", HASH));
    assertOneKey(Spellings.segwit("bc", 0, HASH), Spellings.segwit("ltc", 0, HASH));
    assertOneKey(Spellings.segwit("bc", 1, HASH_32), Spellings.segwit("ltc", 1, HASH_32));
    assertOneKey(Spellings.base58Check("00", HASH), Spellings.xrp(HASH));
    assertOneKey(Spellings.base58Check("00", HASH), Spellings.cosmos("bnb", HASH));
    assertOneKey(Spellings.base58Check("1cb8", HASH), tex());
    assertOneKey("0x" + Spellings.hex(HASH), Spellings.base58Check("41", HASH));
    assertOneKey("0x" + Spellings.hex(HASH), Spellings.cosmos("inj", HASH));
  }

  @Test
  void shouldBeDifferentKeysWhenTheCredentialsDiffer() {
    assertThat(listed(Spellings.base58Check("00", HASH)).key())
        .isNotEqualTo(listed(Spellings.base58Check("05", HASH)).key())
        .isNotEqualTo(listed("0x" + Spellings.hex(HASH)).key());
    assertThat(listed(Spellings.segwit("bc", 0, HASH_32)).key())
        .isNotEqualTo(listed(Spellings.segwit("bc", 1, HASH_32)).key())
        .isNotEqualTo(listed(Spellings.solana(HASH_32)).key())
        .isNotEqualTo(listed(Spellings.cashAddr(1, HASH_32)).key());
  }

  @Test
  void shouldCompareShieldedAndContractAddressesAsText() {
    String sapling = Spellings.cosmos("zs", Given.bytes("00".repeat(43)));
    String contract = Spellings.cosmos("cosmos", HASH_32);
    String sprout = Spellings.base58Check("169a", new byte[64]);

    assertThat(address(Family.BITCOIN, sapling.toUpperCase(Locale.ROOT)).key())
        .isEqualTo(listed(sapling).key())
        .isEqualTo(AddressKey.text(sapling));
    assertThat(address(Family.COSMOS, contract.toUpperCase(Locale.ROOT)).key())
        .isEqualTo(listed(contract).key())
        .isEqualTo(AddressKey.text(contract));
    assertThat(sprout).startsWith("zc").hasSize(95);
    assertThat(address(Family.BITCOIN, sprout).key()).isEqualTo(AddressKey.text(sprout));
  }

  private static String tex() {
    return org.bitcoinj.base.Bech32.encodeBytes(
        org.bitcoinj.base.Bech32.Encoding.BECH32M, "tex", HASH);
  }

  private static void assertOneAddress(String left, String right) {
    assertThat(left).isNotEqualTo(right);
    assertThat(listed(left).isSpellingOf(listed(right))).as("%s and %s", left, right).isTrue();
  }

  private static void assertOneKey(String left, String right) {
    assertThat(listed(left).key()).as("%s and %s", left, right).isEqualTo(listed(right).key());
    assertThat(listed(left).isSpellingOf(listed(right))).as("%s and %s", left, right).isFalse();
  }
}
