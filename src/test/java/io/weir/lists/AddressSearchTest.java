package io.weir.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.lists.Findings.Found;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSearchTest {
  private static final String TRON = "TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV";
  private static final String EVM = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";
  private static final String SEGWIT = "bc1qwtz3zv95x2flu4w26kgfepf529z50r2sqc5zml";

  @ParameterizedTest
  @ValueSource(
      strings = {
        EVM,
        "0x098b716b8aaf21512996dc57eb0615e2383e2f96",
        TRON,
        SEGWIT,
        "BC1QWTZ3ZV95X2FLU4W26KGFEPF529Z50R2SQC5ZML",
        "1MLPqwaFFUBZePTjpR3nxRoK19Cv9mPCc7",
        "3My1ffQr5qQzmq4aBFgRqwRYqfB5zPAt8t",
        "LcCBQ7fKwTrNf3nM522dcDXWsktbx95fTv",
        "D5hkVKXQvJnw9nEvd36eRipxJgu1ts8ydx",
        "t1SfdPR5gMz1QAMGJKGTNgzCauTEMnNU6GR",
        "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
        "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
        "bnb136ns6lfw4zs5hg4n85vdthaad7hq5m4gtkgf23",
        "rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh",
        "tz1VSUr8wwNhLAzempoch5d6hLRiTh8Cjcjb"
      })
  void shouldFindEveryKindOfAddressInASentence(String address) {
    Findings findings =
        AddressSearch.in(
            "He controls (" + address + "), \"" + address + "\"; and:" + address + ".");

    assertThat(findings.found())
        .extracting(Found::address, Found::repair)
        .containsExactly(
            tuple(address, Optional.empty()),
            tuple(address, Optional.empty()),
            tuple(address, Optional.empty()));
    assertThat(findings.suspects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU",
        "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
      })
  void shouldTakeAnAddressWithoutChecksumByItsShape(String address) {
    assertThat(AddressSearch.in("SOL " + address + ", of 2024").found())
        .extracting(Found::address)
        .containsExactly(address);
  }

  @Test
  void shouldReadTheLabelsOfTheEuropeanUnion() {
    String remark =
        """
        Known Garantex blockchain wallet addresses:
        ETH: 0x002471b8A185f9980708d0eAEC5B289714F56f8d
        BTC: bc1qwtz3zv95x2flu4w26kgfepf529z50r2sqc5zml
        bc1qwxqxd25yk2dtw2ml04vxj9atq3huv4rdytf6vt
        3My1ffQr5qQzmq4aBFgRqwRYqfB5zPAt8t
        BSC: 0x3051Ca7cB7f6C599fA2f27385AD75010cf0f2bbF
        TRX: TA1hsikRfsgGiW9nEBpT4tEXEySTNYLr2d\
        """;

    assertThat(AddressSearch.in(remark).found())
        .extracting(Found::label, found -> found.address().substring(0, 6))
        .containsExactly(
            tuple("ETH", "0x0024"),
            tuple("BTC", "bc1qwt"),
            tuple("BTC", "bc1qwx"),
            tuple("BTC", "3My1ff"),
            tuple("BSC", "0x3051"),
            tuple("TRX", "TA1hsi"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BSC: %s                    | BSC
          BSC:%s                     | BSC
          XBT %s                     | XBT
          USDT (%s)                  | USDT
          THE %s                     | ''
          WALLETS: %s                | ''
          no2: %s                    | ''
          ABC %s                     | ''
          1234: %s                   | ''
          TRX: TA1hsikRfsgGiW9nEBpT4tEXEySTNYLr2d and %s | ''
          BTC: 3My1ffQr5qQzmq4aBFgRqwRYqfB5zPAt8t, %s    | ''
          """)
  void shouldTakeForALabelOnlyWhatIsOne(String sentence, String label) {
    Findings findings = AddressSearch.in(sentence.replace("%s", TRON));

    assertThat(findings.found())
        .last()
        .extracting(Found::label, Found::address)
        .containsExactly(label, TRON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the line break inside     | TNZxGWCwvsHr6JxQxzoeDXV5~97Yf7Zb7nV
          the line break inside     | T~NZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV
          the line break inside     | TNZxGWCwvsHr6JxQxzoeDXV5-~    97Yf7Zb7nV
          the characters that part it | TNZxGWCw vsHr6JxQxz oeDXV597 Yf7Zb7nV
          the characters that part it | bc1qwtz3zv95x2fl_u4w26kgfepf529z50r2sqc5zml
          the line break inside     | 0x098B716B8Aaf21512996~dC57EB0615e2383E2f96
          U+041D for H at character 2, U+0441 for c at character 18 | T\u041d96tFMn8KGiYSLiw\u0441V3E2UiaJc8jmcbz3
          U+200B at character 5     | TNZx\u200bGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV
          U+FF34 for T at character 1 | \uff34NZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV
          U+0430 for a at character 13| 0x098B716B8A\u0430f21512996dC57EB0615e2383E2f96
          a stray n at character 33 | TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nnV
          characters of its alphabet mistaken for others like them | TNZxGWCwvsHr6JxQxz0eDXV597Yf7Zb7nV
          the letter at character 34 in the wrong case | TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nv
          letters in the wrong case | Bc1qwtz3zv95x2flu4w26kgfepf529z50r2sqc5zml
          characters of its alphabet mistaken for others like them | bc1qwtz3zv95x2f1u4w26kgfepf529z50r2sqc5zml
          characters of its alphabet mistaken for others like them | 0xO98B716B8Aaf21512996dC57EB0615e2383E2f96
          """)
  void shouldRepairWhatAChecksumProves(String flaw, String published) {
    Findings findings = AddressSearch.in("Wallet: " + published.replace('~', '\n') + ".");

    assertThat(findings.suspects()).isEmpty();
    assertThat(findings.found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.repair()).contains(flaw);
              assertThat(found.address())
                  .isIn(TRON, SEGWIT, EVM, "TH96tFMn8KGiYSLiwcV3E2UiaJc8jmcbz3");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0x098b716b8aaf21512996~dc57eb0615e2383e2f96 | Without the line break inside it reads 0x098b716b8aaf21512996dc57eb0615e2383e2f96.
          0x098b716b8aaf21512996dc57eb0615e2383e2f    | 38 hexadecimal digits instead of 40.
          0x098b716b8aaf21512996dc57eb0615e2383e2f\u0430b | With U+0430 for a at character 41 it reads 0x098b716b8aaf21512996dc57eb0615e2383e2fab.
          098b716b8aaf21512996dc57eb0615e2383e2f96    | Without 0x it may as well be a hash.
          TNZxGWCwvsHr6JxQxzoeDXV597Yf7ZZ7nV          | its checksum fails.
          bc1qwtz3zv95x2flu4w26kgfepf529z50r2sqc5zll  | The bech32 checksum fails.
          qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx66  | The checksum of the cash address fails.
          44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3 | A Monero address has 95 or 106 base58 digits, and no others.
          """)
  void shouldReportAndNotLoadWhatNothingProves(String published, String reason) {
    Findings findings = AddressSearch.in("Wallet: " + published.replace('~', '\n') + ".");

    assertThat(findings.found()).isEmpty();
    assertThat(findings.suspects())
        .singleElement()
        .satisfies(suspect -> assertThat(suspect.explanation()).endsWith(reason));
  }

  @Test
  void shouldFindAnAddressThatTouchesAnotherScript() {
    assertThat(AddressSearch.in("\u0430\u0434\u0440\u0435\u0441" + TRON + "\u05d0").found())
        .extracting(Found::address, Found::repair)
        .containsExactly(tuple(TRON, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "In March 2013 he fled; see"
            + " https://www.interpol.int/en/How-we-work/Notices/View-UN-Notices",
        "tx 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060 of block 46147",
        "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW",
        "IBAN MT84MALT011000012345MTLCAST001S, GB29 NWBK 6016 1331 9268 19",
        "550e8400-e29b-41d4-a716-446655440000, +7 (495) 123-45-67, a.b@example.org",
        "bc1483a676311f11c8275807d86033a1",
        "5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320",
        "THE DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA IS ASSOCIATED WITH"
            + " 1234567890123456789012345678901234"
      })
  void shouldFindNothingWhereNothingIs(String prose) {
    assertThat(AddressSearch.in(prose)).isEqualTo(AddressSearch.in(""));
  }
}
