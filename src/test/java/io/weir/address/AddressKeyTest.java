package io.weir.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressKeyTest {

  @Test
  void shouldDeriveTheWrappedSegwitKeyWhenTheKeyIsAPublicKeysHash() {
    AddressKey key = Given.listed("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4").key();

    assertThat(key.wrappedSegwit())
        .contains(Given.listed("3JvL6Ymt8MVWiCNHC7oWU6nLeHNJKLZGLN").key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account:098b716b8aaf21512996dc57eb0615e2383e2f96",
        "scripthash:bcfeb728b584253d5f3f70bcb780e9ef218a68f4",
        "witness:16:751e",
        "ed25519:0000000000000000000000000000000000000000000000000000000000000000",
        "text:anything: at all"
      })
  void shouldDeriveNoWrappedSegwitKeyWhenTheKeyIsOfAnotherKind(String text) {
    AddressKey key = AddressKey.parse(text);

    assertThat(key).hasToString(text);
    assertThat(key.wrappedSegwit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "account",
        "account:",
        "account:098b",
        "account:098B716B8AAF21512996DC57EB0615E2383E2F96",
        "ACCOUNT:098b716b8aaf21512996dc57eb0615e2383e2f96",
        "witness:751e",
        "witness:17:751e",
        "witness:01:751e",
        "witness:+1:751e",
        "witness:1:75",
        "ed25519:751e",
        "text:",
        "tron:098b716b8aaf21512996dc57eb0615e2383e2f96"
      })
  void shouldNotParseWhenTheTextIsNotCanonical(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AddressKey.parse(text));
  }
}
