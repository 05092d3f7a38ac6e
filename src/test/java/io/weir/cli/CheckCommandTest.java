package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
  private static final String SMALL =
      Path.of("src", "test", "resources", "fixtures", "lists", "sdn-small.xml").toString();
  private static final String CSV =
      Path.of("src", "test", "resources", "fixtures", "lists", "small.csv").toString();
  private static final String HEADER = "entry_id,name,programs,address,asset_label,listed_on\n";
  private static final String NOT_LISTED = "0x1111111111111111111111111111111111111111";
  private static final String LISTED = "0x098b716b8aaf21512996dc57eb0615e2383e2f96";

  @ParameterizedTest
  @CsvSource({
    // The listed address in other spellings: case, and Tron's of the same account.
    "0x098B716B8Aaf21512996dC57EB0615e2383E2f96, 1, ADDRESS",
    "0x098b716b8aaf21512996dc57eb0615e2383e2f96, 1, ADDRESS",
    "41098b716b8aaf21512996dc57eb0615e2383e2f96, 1, KEY",
    // Listed as bc1q; the P2PKH address of the same key.
    "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH, 1, KEY",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, 1, ADDRESS",
    "3JvL6Ymt8MVWiCNHC7oWU6nLeHNJKLZGLN, 1, ADDRESS",
  })
  void shouldSayHowCloselyAListedAddressMatches(String address, int exitCode, String match)
      throws Exception {
    CommandFixture check = weir("check", "--list", SMALL, "--json", address);

    assertThat(check.exitCode()).as(check.err()).isEqualTo(exitCode);
    JsonNode only = new ObjectMapper().readTree(check.out()).get("addresses").get(0);
    assertThat(only.get("verdict").textValue()).isEqualTo("LISTED");
    assertThat(only.get("hits").get(0).get("match").textValue()).isEqualTo(match);
  }

  @Test
  void shouldFindTheWrappedAddressOfAListedKey() {
    // P2SH of P2WPKH of the key behind 1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL, which two entries list.
    CommandFixture check = weir("check", "--list", SMALL, "3D6cCoFcG8LD527U1gbp5yp5evy2DNsNGk");

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out())
        .contains("200 Second PERSON", "300 THIRD")
        .contains("another address of the same key (p2sh-p2wpkh)");
  }

  @Test
  void shouldExplainAnAddressToAPerson() {
    CommandFixture check = weir("check", "--list", SMALL, LISTED, NOT_LISTED, "hello");

    assertThat(check.out().lines())
        .startsWith(
            "Checked against sdn-small.xml (OFAC/SDN of 2026-03-07, 6 addresses)",
            "",
            LISTED + "  LISTED",
            "  kind       account, written as evm",
            "  key        account:098b716b8aaf21512996dc57eb0615e2383e2f96",
            "  listed by  OFAC/SDN 100 FIRST & SONS [CYBER2, DPRK3]:"
                + " 0x098B716B8Aaf21512996dC57EB0615e2383E2f96 (BSC/ETH), the same address",
            "",
            NOT_LISTED + "  clear")
        .contains("hello  not an address");
  }

  @Test
  void shouldEndWithZeroOnlyWhenEveryAddressIsClear() {
    assertThat(weir("check", "--list", SMALL, NOT_LISTED).exitCode()).isZero();
    assertThat(weir("check", "--list", SMALL, NOT_LISTED, "hello").exitCode()).isEqualTo(2);
    assertThat(weir("check", "--list", SMALL, "hello", LISTED, NOT_LISTED).exitCode()).isEqualTo(1);
  }

  @Test
  void shouldNotClearWhatFailsItsChecksum() {
    CommandFixture check = weir("check", "--list", SMALL, "1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgM");

    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.out()).contains("name its chain: --chain CHAIN");
  }

  @Test
  void shouldReadAnAddressAsTheNamedChainDoes() {
    assertThat(weir("check", "--list", SMALL, "--chain", "ethereum", LISTED).exitCode())
        .isEqualTo(1);
    // An Ethereum address is none of Bitcoin's.
    assertThat(weir("check", "--list", SMALL, "--chain", "bitcoin", LISTED).exitCode())
        .isEqualTo(2);
    assertThat(weir("check", "--list", SMALL, "--chain", "narnia", LISTED).err())
        .contains("--chain expects a chain that the chains file declares, but was 'narnia'.");
  }

  @Test
  void shouldFindAListedTextThatIsNoValidAddress() {
    String monero = "5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320";

    assertThat(weir("check", "--list", SMALL, monero).exitCode()).isEqualTo(1);
  }

  @Test
  void shouldCheckAgainstSeveralFiles() {
    CommandFixture check = weir("check", "--list", SMALL, "--list", CSV, LISTED);

    assertThat(check.out()).contains("OFAC/SDN 100", "FILE/CSV KR-2023-1");
  }

  @Test
  void shouldCheckAgainstTheListThatComesWithWeir() {
    assertThat(weir("check", "--demo", LISTED).out()).contains("LAZARUS GROUP [DPRK3]");
  }

  @Test
  void shouldNotTakeAnyListByDefault() {
    CommandFixture check = weir("check", LISTED);

    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.out()).isEmpty();
    assertThat(check.err()).contains("--list FILE", "--bootstrap", "--demo");
  }

  @Test
  void shouldRefuseAListThatCannotBeRead() {
    assertThat(weir("check", "--list", "absent.xml", LISTED).exitCode()).isEqualTo(16);
    assertThat(weir("check", "--list", "absent.xml", LISTED).err())
        .isEqualToIgnoringNewLines("There is no file absent.xml");
    assertThat(weir("check", "--list", "pom.xml", LISTED).exitCode()).isEqualTo(16);
  }

  @Test
  void shouldNotCheckAgainstAListWithoutAddresses(@TempDir Path folder) throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.csv"), HEADER);

    CommandFixture check = weir("check", "--list", SMALL, "--list", empty.toString(), NOT_LISTED);

    assertThat(check.exitCode()).isEqualTo(12);
    assertThat(check.err()).contains("names no address");
  }
}
