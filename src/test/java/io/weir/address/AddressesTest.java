package io.weir.address;

import static io.weir.address.Given.address;
import static io.weir.address.Given.refusal;
import static io.weir.address.NotAnAddress.Reason.BAD_CHARACTER;
import static io.weir.address.NotAnAddress.Reason.EMPTY;
import static io.weir.address.NotAnAddress.Reason.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What real addresses mean, family by family. */
class AddressesTest {
  private static final String RONIN = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";
  private static final String RONIN_KEY = "account:098b716b8aaf21512996dc57eb0615e2383e2f96";

  @ParameterizedTest
  @CsvSource({
    "EVM, 0x098B716B8Aaf21512996dC57EB0615e2383E2f96, evm, account:098b716b8aaf21512996dc57eb0615e2383e2f96",
    "EVM, 0X098B716B8AAF21512996DC57EB0615E2383E2F96, evm, account:098b716b8aaf21512996dc57eb0615e2383e2f96",
    "EVM, 098b716b8aaf21512996dc57eb0615e2383e2f96, evm, account:098b716b8aaf21512996dc57eb0615e2383e2f96",
    "TRON, TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, tron, account:a614f803b6fd780986a42c78ec9c7f77e6ded13c",
    "TRON, 41a614f803b6fd780986a42c78ec9c7f77e6ded13c, tron, account:a614f803b6fd780986a42c78ec9c7f77e6ded13c",
    "TRON, 0x41A614F803B6FD780986A42C78EC9C7F77E6DED13C, tron, account:a614f803b6fd780986a42c78ec9c7f77e6ded13c",
    "TRON, 0xa614f803b6fd780986a42c78ec9c7f77e6ded13c, tron, account:a614f803b6fd780986a42c78ec9c7f77e6ded13c",
    "BITCOIN, 1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH, p2pkh:00, pubkeyhash:751e76e8199196d454941c45d1b3a323f1433bd6",
    "BITCOIN, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, bech32:bc, pubkeyhash:751e76e8199196d454941c45d1b3a323f1433bd6",
    "BITCOIN, BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4, bech32:bc, pubkeyhash:751e76e8199196d454941c45d1b3a323f1433bd6",
    "BITCOIN, 3JvL6Ymt8MVWiCNHC7oWU6nLeHNJKLZGLN, p2sh:05, scripthash:bcfeb728b584253d5f3f70bcb780e9ef218a68f4",
    "BITCOIN, bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3, bech32:bc, witness:0:1863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262",
    "BITCOIN, bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0, bech32:bc, witness:1:79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
    "BITCOIN, bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a, p2pkh:00, pubkeyhash:76a04053bda0a88bda5177b86a15c3b29f559873",
    "BITCOIN, qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a, p2pkh:00, pubkeyhash:76a04053bda0a88bda5177b86a15c3b29f559873",
    "BITCOIN, QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A, p2pkh:00, pubkeyhash:76a04053bda0a88bda5177b86a15c3b29f559873",
    "BITCOIN, BITCOINCASH:QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A, p2pkh:00, pubkeyhash:76a04053bda0a88bda5177b86a15c3b29f559873",
    "BITCOIN, 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu, p2pkh:00, pubkeyhash:76a04053bda0a88bda5177b86a15c3b29f559873",
    "BITCOIN, ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq, p2sh:05, scripthash:76a04053bda0a88bda5177b86a15c3b29f559873",
    "BITCOIN, 3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC, p2sh:05, scripthash:76a04053bda0a88bda5177b86a15c3b29f559873",
    "XRP, r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59, xrp, pubkeyhash:5e7b112523f68d2f5e879db4eac51c6698a69304",
    "XRP, X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ, xrp, pubkeyhash:5e7b112523f68d2f5e879db4eac51c6698a69304",
    "XRP, X7AcgcsBL6XDcUb289X4mJ8djcdyKaGZMhc9YTE92ehJ2Fu, xrp, pubkeyhash:5e7b112523f68d2f5e879db4eac51c6698a69304",
    "COSMOS, bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h2, bech32:bnb, pubkeyhash:40c2979694bbc961023d1d27be6fc4d21a9febe6",
    "SOLANA, 11111111111111111111111111111111, solana, ed25519:0000000000000000000000000000000000000000000000000000000000000000",
    "TEXT, GAXyz.whatever, text, text:GAXyz.whatever"
  })
  void shouldReadTheMeaningWhenTheAddressIsValid(
      Family family, String text, String form, String key) {
    Address address = address(family, text);

    assertThat(address.key()).hasToString(key);
    assertThat(address.form()).isEqualTo(form);
    assertThat(address.text()).isEqualTo(text);
    assertThat(address.warning()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EVM, 0x098B716B8Aaf21512996dC57EB0615e2383E2f9, BAD_LENGTH",
    "EVM, 0x098B716B8Aaf21512996dC57EB0615e2383E2f9g, BAD_CHARACTER",
    "EVM, TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, BAD_CHARACTER",
    "TRON, TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u, BAD_CHECKSUM",
    "TRON, tr7nhqjekqxgtci8q8zy4pl8otszgjlj6t, BAD_CHARACTER",
    "TRON, 1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH, UNKNOWN_PREFIX",
    "TRON, 42a614f803b6fd780986a42c78ec9c7f77e6ded13c, BAD_CHARACTER",
    "BITCOIN, 1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMh, BAD_CHECKSUM",
    "BITCOIN, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5, BAD_CHECKSUM",
    "BITCOIN, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4, MIXED_CASE",
    "BITCOIN, tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx, UNKNOWN_PREFIX",
    "BITCOIN, mo9ncXisMeAoXwqcV5EWuyncbmCcQN4rVs, UNKNOWN_PREFIX",
    "BITCOIN, 5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr, UNKNOWN_PREFIX",
    "BITCOIN, bchtest:qpm2qsznhks23z7629mms6s4cwef74vcwvqcw003ap, UNKNOWN_PREFIX",
    "BITCOIN, qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6q, BAD_CHECKSUM",
    "XRP, T719a5UwUCnEs54UsxG9CJYYDhwmFCqkr7wxCcNcfZ6p5GZ, UNKNOWN_PREFIX",
    "XRP, r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk58, BAD_CHECKSUM",
    "COSMOS, bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h3, BAD_CHECKSUM",
    "SOLANA, 1111111111111111111111111111111, BAD_LENGTH"
  })
  void shouldSayWhichRuleIsBrokenWhenTheAddressIsInvalid(
      Family family, String text, NotAnAddress.Reason reason) {
    assertThat(refusal(family, text)).isEqualTo(reason);
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void shouldRefuseAnyFamilyWhenTheTextIsNoAddressAtAll(Family family) {
    assertThat(refusal(family, "")).isEqualTo(EMPTY);
    assertThat(refusal(family, " \t\u00a0\ufeff")).isEqualTo(EMPTY);
    assertThat(refusal(family, "a".repeat(513))).isEqualTo(TOO_LONG);
    assertThat(refusal(family, RONIN + "\u0000")).isEqualTo(BAD_CHARACTER);
    assertThat(refusal(family, RONIN + " " + RONIN)).isEqualTo(BAD_CHARACTER);
    assertThat(refusal(family, "\ud83d")).isEqualTo(BAD_CHARACTER);
  }

  @Test
  void shouldTrimWhenBlankOrInvisibleCharactersSurroundTheAddress() {
    Address address = address(Family.EVM, "\ufeff\t " + RONIN + "\u200b\r\n");

    assertThat(address.text()).isEqualTo(RONIN);
    assertThat(address.key()).hasToString(RONIN_KEY);
  }

  @Test
  void shouldWarnWhenTheCaseFailsEip55() {
    Address address = address(Family.EVM, RONIN.replace('B', 'b'));

    assertThat(address.key()).hasToString(RONIN_KEY);
    assertThat(address.warning()).hasValueSatisfying(it -> assertThat(it).contains("EIP-55"));
  }
}
