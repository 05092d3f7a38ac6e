package io.weir.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {

  @ParameterizedTest
  @CsvSource({
    "TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV, CHECKSUM",
    "0x098B716B8Aaf21512996dC57EB0615e2383E2f96, CHECKSUM",
    "098B716B8Aaf21512996dC57EB0615e2383E2f96, CHECKSUM",
    "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a, CHECKSUM",
    // Tezos: a chain that Weir does not decode, a checksum that it does.
    "tz1VSUr8wwNhLAzempoch5d6hLRiTh8Cjcjb, CHECKSUM",
    // The case fails EIP-55; wallets differ in what they write.
    "0x098B716B8Aaf21512996dC57EB0615e2383E2F96, SHAPE",
    "0x098b716b8aaf21512996dc57eb0615e2383e2f96, SHAPE",
    // EIP-55 holds, but of five letters: one random mix of case in 32 would pass.
    "0x0000000000000000000000000000000000aBcdEF, SHAPE",
    "7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU, SHAPE",
    "098b716b8aaf21512996dc57eb0615e2383e2f96, NONE",
    "41098b716b8aaf21512996dc57eb0615e2383e2f96, NONE",
    "0x098b716b8aaf21512996dc57eb0615e2383e2f9, NONE",
    "TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nW, NONE",
    // A private key, an extended public key, and the signature of a Solana transaction.
    "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ, NONE",
    "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8,"
        + " NONE",
    "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW,"
        + " NONE",
    "'', NONE",
    "a12uel5l, NONE"
  })
  void shouldSayHowSurelyAWordIsAnAddress(String word, Proof proof) {
    assertThat(Proof.of(word)).isEqualTo(proof);
  }

  @Test
  void shouldProveNothingByTheCaseOfFiveLetters() {
    String five = "0x" + Eip55.mixedCase("0".repeat(35) + "abcde");

    assertThat(Given.listed(five).warning()).isEmpty();
    assertThat(Proof.of(five)).isEqualTo(Proof.SHAPE);
  }
}
