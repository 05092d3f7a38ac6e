package io.weir.address;

import static io.weir.address.AddressWriter.Coin.BITCOIN;
import static io.weir.address.AddressWriter.Coin.DOGECOIN;
import static io.weir.address.AddressWriter.Coin.LITECOIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.address.AddressArbitraries.Hash20;
import io.weir.address.AddressArbitraries.Hash32;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What we write is what bitcoinj writes, and means what it was written from. */
@Domain(AddressArbitraries.class)
@Domain(DomainContext.Global.class)
class AddressWriterProperties {

  @Property
  void shouldWriteBase58AsBitcoinjDoes(@ForAll @Size(max = 90) byte[] bytes) {
    assertThat(Base58.BITCOIN.encode(bytes)).isEqualTo(org.bitcoinj.base.Base58.encode(bytes));
  }

  @Property
  void shouldWriteAccountsThatMeanTheAccount(@ForAll Hash20 hash) {
    AddressKey account = AddressKey.account(hash.bytes());

    assertThat(key(Family.EVM, AddressWriter.evm(hash.bytes()))).isEqualTo(account);
    assertThat(key(Family.EVM, AddressWriter.evmLowerCase(hash.bytes()))).isEqualTo(account);
    assertThat(key(Family.TRON, AddressWriter.tron(hash.bytes()))).isEqualTo(account);
    assertThat(key(Family.TRON, AddressWriter.tronHex(hash.bytes()))).isEqualTo(account);
  }

  @Property
  void shouldWriteHashesOfKeysAsBitcoinjDoes(@ForAll Hash20 hash) {
    byte[] bytes = hash.bytes();

    assertThat(AddressWriter.p2pkh(BITCOIN, bytes)).isEqualTo(Spellings.base58Check("00", bytes));
    assertThat(AddressWriter.p2pkh(LITECOIN, bytes)).isEqualTo(Spellings.base58Check("30", bytes));
    assertThat(AddressWriter.p2pkh(DOGECOIN, bytes)).isEqualTo(Spellings.base58Check("1e", bytes));
    assertThat(AddressWriter.p2wpkh(BITCOIN, bytes)).isEqualTo(Spellings.segwit("bc", 0, bytes));
    assertThat(AddressWriter.p2wpkh(LITECOIN, bytes)).isEqualTo(Spellings.segwit("ltc", 0, bytes));
    assertThat(key(Family.BITCOIN, AddressWriter.p2pkh(DOGECOIN, bytes)))
        .isEqualTo(key(Family.BITCOIN, AddressWriter.p2wpkh(LITECOIN, bytes)))
        .isEqualTo(AddressKey.pubkeyHash(bytes));
  }

  @Property
  void shouldWriteHashesOfScriptsThatMeanTheScript(@ForAll Hash20 hash) {
    for (AddressWriter.Coin coin : AddressWriter.Coin.values()) {
      assertThat(key(Family.BITCOIN, AddressWriter.p2sh(coin, hash.bytes())))
          .isEqualTo(AddressKey.scriptHash(hash.bytes()));
    }
  }

  @Property
  void shouldWritePublicKeysThatMeanTheKey(@ForAll Hash32 given) {
    byte[] bytes = given.bytes();

    assertThat(AddressWriter.p2tr(BITCOIN, bytes)).isEqualTo(Spellings.segwit("bc", 1, bytes));
    assertThat(key(Family.BITCOIN, AddressWriter.p2tr(LITECOIN, bytes)))
        .isEqualTo(AddressKey.witness(1, bytes));
    assertThat(key(Family.SOLANA, AddressWriter.solana(bytes)))
        .isEqualTo(AddressKey.ed25519(bytes));
  }

  @Example
  void shouldRefuseWhatIsNoHash() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressWriter.p2pkh(BITCOIN, new byte[32]))
        .withMessage("Expected 20 bytes, got 32");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressWriter.p2wpkh(DOGECOIN, new byte[20]))
        .withMessageContaining("no segwit");
  }

  private static AddressKey key(Family family, String text) {
    Reading reading = Addresses.read(new Chain("test", List.of(), family), text);
    assertThat(reading).isInstanceOf(Address.class);
    Address address = (Address) reading;
    assertThat(address.warning()).isEmpty();
    return address.key();
  }
}
