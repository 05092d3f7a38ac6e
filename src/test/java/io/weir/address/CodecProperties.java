package io.weir.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressArbitraries.Mangled;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.bitcoinj.base.exceptions.AddressFormatException;

/** Our decoders against bitcoinj's. */
@Domain(AddressArbitraries.class)
@Domain(DomainContext.Global.class)
class CodecProperties {

  @Property
  void shouldUndoBase58(@ForAll @Size(max = 90) byte[] bytes) throws BadAddress {
    assertThat(Base58.BITCOIN.decode(org.bitcoinj.base.Base58.encode(bytes))).isEqualTo(bytes);
  }

  @Property
  void shouldDecodeBase58AsBitcoinjDoes(
      @ForAll @CharRange(from = '0', to = 'z') @StringLength(max = 128) String text) {
    assertThat(base58(text)).isEqualTo(bitcoinjBase58(text));
  }

  @Property
  void shouldDecodeAnyDigitsInBase58AsBitcoinjDoes(
      @ForAll @CharRange(from = '1', to = '9') @StringLength(max = 128) String text) {
    assertThat(base58(text)).isEqualTo(bitcoinjBase58(text)).isPresent();
  }

  @Property
  void shouldDecodeBech32AsBitcoinjDoes(@ForAll Mangled given) {
    assertThat(bech32(given.text())).isEqualTo(bitcoinjBech32(given.text()));
  }

  private static Optional<String> base58(String text) {
    try {
      return Optional.of(Spellings.hex(Base58.BITCOIN.decode(text)));
    } catch (BadAddress bad) {
      return Optional.empty();
    }
  }

  private static Optional<String> bitcoinjBase58(String text) {
    try {
      return Optional.of(Spellings.hex(org.bitcoinj.base.Base58.decode(text)));
    } catch (AddressFormatException bad) {
      return Optional.empty();
    }
  }

  private static Optional<String> bech32(String text) {
    try {
      Bech32 decoded = Bech32.decode(text, Bech32.MAX_LENGTH);
      return Optional.of(decoded.variant() + " " + decoded.prefix());
    } catch (BadAddress bad) {
      return Optional.empty();
    }
  }

  private static Optional<String> bitcoinjBech32(String text) {
    try {
      org.bitcoinj.base.Bech32.Bech32Data decoded = org.bitcoinj.base.Bech32.decode(text);
      return Optional.of(decoded.encoding + " " + decoded.hrp);
    } catch (AddressFormatException bad) {
      return Optional.empty();
    }
  }
}
