package io.weir.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.config.YamlFile;
import io.weir.domain.ListOverride;
import io.weir.domain.ListOverride.Effect;
import io.weir.domain.OverrideEntry;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesFileTest {
  private static final String EVM = "0x00000000219ab540356cBB839Cbe05303d7705Fa";
  private static final String SEGWIT = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";

  /** Where the Monero project takes donations. */
  private static final String MONERO =
      "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A";

  private static List<OverrideEntry> read(String text) {
    return YamlFile.readOrEmpty(
        "overrides.yaml", new StringReader(text), OverridesFile::read, List.of());
  }

  private static String entry(String... lines) {
    return "overrides:\n  - " + String.join("\n    ", lines) + "\n";
  }

  private static String allow(String address) {
    return entry(
        "address: " + address,
        "effect: allow",
        "reason: Listed by mistake",
        "author: Jane Doe",
        "expires: 2027-01-31");
  }

  private static void refuses(String text, String... problems) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(YamlFile.Invalid.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).containsExactly(problems));
  }

  @Test
  void shouldReadAnAllowAndADeny() {
    List<OverrideEntry> entries =
        read(
            """
            overrides:
              - address: 0x00000000219ab540356cBB839Cbe05303d7705Fa
                effect: allow
                authority: OFAC
                reason: >
                  Listed by mistake,
                  as the letter says.
                author: Jane Doe
                expires: 2027-01-31
              - {address: bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq, effect: deny, reason: Fraud,
                 author: Jane Doe, expires: never, name: Receiver, programs: [FRAUD, CASE]}
            """);

    assertThat(entries).hasSize(2);
    OverrideEntry allow = entries.get(0);
    assertThat(allow.line()).isEqualTo(2);
    assertThat(allow.address().text()).isEqualTo(EVM);
    assertThat(allow.name()).isEqualTo("Allowed by Jane Doe");
    assertThat(allow.override())
        .isEqualTo(
            new ListOverride(
                Effect.ALLOW,
                "Listed by mistake, as the letter says.",
                "Jane Doe",
                Optional.of(LocalDate.of(2027, 1, 31)),
                Optional.of("OFAC")));
    OverrideEntry deny = entries.get(1);
    assertThat(deny.name()).isEqualTo("Receiver");
    assertThat(deny.programs()).containsExactly("FRAUD", "CASE");
    assertThat(deny.override())
        .isEqualTo(
            new ListOverride(Effect.DENY, "Fraud", "Jane Doe", Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing decided\n", "overrides: []\n"})
  void shouldReadAFileWithoutDecisions(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void shouldShipAFileOfCommentsWhoseExampleCanBeRead() throws IOException {
    String shipped = Files.readString(Path.of("config", "overrides.yaml"));
    String example =
        shipped
            .substring(shipped.indexOf("# overrides:"))
            .lines()
            .map(line -> line.replaceFirst("^# ?", ""))
            .collect(Collectors.joining("\n"));

    assertThat(read(shipped)).isEmpty();
    assertThat(read(example))
        .extracting(entry -> entry.override().effect())
        .containsExactly(Effect.ALLOW, Effect.DENY);
  }

  @Test
  void shouldTakeTextOnlyWhereTheEntrySaysSo() {
    String monero = allow(MONERO);

    refuses(
        monero,
        "overrides.yaml:2: override '"
            + MONERO
            + "', address: A Monero address: compared as text, its checksum is not verified;"
            + " expected an address of a kind that Weir decodes, or 'as: text' when it is to"
            + " be compared as text");
    assertThat(read(monero + "    as: text\n"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.address().key().toString()).startsWith("text:44AFF"));
    refuses(
        allow(EVM) + "    as: text\n",
        "overrides.yaml:7: override '"
            + EVM
            + "', as: the address reads as account; expected no such field");
    refuses(
        monero + "    as: monero\n",
        "overrides.yaml:7: override '" + MONERO + "', as: 'monero'; expected text");
  }

  @Test
  void shouldRefuseAMistypedAddress() {
    // The last letter of BIP-173's; then a letter's case that EIP-55 does not give.
    String bitcoin = SEGWIT.replaceFirst("q$", "p");
    String evm = EVM.replaceFirst("Fa$", "fa");

    assertThatThrownBy(() -> read(allow(bitcoin)))
        .isInstanceOf(YamlFile.Invalid.class)
        .hasMessageStartingWith("overrides.yaml:2: override '" + bitcoin + "', address: ")
        .hasMessageContaining("hecksum");
    assertThatThrownBy(() -> read(allow(evm)))
        .isInstanceOf(YamlFile.Invalid.class)
        .hasMessageContaining("EIP-55")
        .hasMessageEndingWith("; expected one whose checksum is right");
  }

  @Test
  void shouldNameEverythingThatIsMissingAtOnce() {
    refuses(
        "overrides:\n  - address: " + EVM + "\n",
        at(2, "effect: missing; expected allow or deny"),
        at(2, "reason: missing; expected why, in a sentence"),
        at(2, "author: missing; expected who decided"),
        at(2, "expires: missing; expected the last day on which it holds, such as 2027-01-31"));
    refuses(
        entry("effect: deny", "reason: x", "author: y", "expires: never"),
        "overrides.yaml:2: override '', address: missing; expected an address");
  }

  @Test
  void shouldLetADenialHoldForEverAndAnAllowNot() {
    assertThat(read(allow(EVM).replace("allow", "deny").replace("2027-01-31", "never"))).hasSize(1);
    refuses(
        allow(EVM).replace("2027-01-31", "never"),
        at(6, "expires: 'never'; expected the last day on which it holds, such as 2027-01-31"));
    refuses(
        allow(EVM).replace("allow", "deny").replace("2027-01-31", "31.1.2027"),
        at(
            6,
            "expires: '31.1.2027'; expected the last day on which it holds, such as 2027-01-31, or"
                + " never"));
  }

  @ParameterizedTest
  @CsvSource({"OWN", "UNREADABLE", "'OF AC'", "''"})
  void shouldRefuseAnAllowAboutNoAuthorityOfThisWorld(String authority) {
    refuses(
        allow(EVM) + "    authority: '" + authority + "'\n",
        at(
            7,
            "authority: '"
                + authority
                + "'; expected the name of an authority such as OFAC; an allow never holds against"
                + " your own denials"));
  }

  @Test
  void shouldRefuseFieldsOfTheOtherEffectAndUnknownOnes() {
    refuses(
        allow(EVM) + "    name: Somebody\n    note: x\n",
        at(
            7,
            "name: unknown field; expected address, as, effect, reason, author, expires or"
                + " authority"),
        at(
            8,
            "note: unknown field; expected address, as, effect, reason, author, expires or"
                + " authority"));
    refuses(
        allow(EVM).replace("allow", "deny") + "    authority: OFAC\n",
        at(
            7,
            "authority: unknown field; expected address, as, effect, reason, author, expires, name"
                + " or programs"));
    refuses(
        allow(EVM).replace("allow", "permit"), at(3, "effect: 'permit'; expected allow or deny"));
  }

  @Test
  void shouldBoundWhatGoesIntoEveryAlert() {
    refuses(
        allow(EVM).replace("Listed by mistake", "x".repeat(501)).replace("Jane Doe", "\"  \""),
        at(4, "reason: 501 characters; expected why, in a sentence, 1 to 500 characters"),
        at(5, "author: 0 characters; expected who decided, 1 to 100 characters"));
    refuses(
        allow(EVM).replace("allow", "deny")
            + "    name: "
            + "n".repeat(101)
            + "\n    programs: [A, '']\n",
        at(7, "name: 101 characters; expected whose address it is, 1 to 100 characters"),
        at(8, "programs: expected names of 1 to 100 characters"));
  }

  @Test
  void shouldRefuseTwoEntriesForOneAddress() {
    String lower = EVM.toLowerCase(Locale.ROOT);

    refuses(
        allow(EVM) + allow(lower).replace("overrides:\n", ""),
        "overrides.yaml:7: override '"
            + lower
            + "', address: given twice, first in line 2 as "
            + EVM
            + "; expected one entry for each address");
    refuses(
        allow(EVM) + allow(EVM).replace("overrides:\n", "").replace("allow", "deny"),
        "overrides.yaml:7: override '"
            + EVM
            + "', address: both allowed and denied, first in line 2; expected one entry for each"
            + " address");
  }

  @Test
  void shouldTakeTwoAddressesOfOneKeyForTwo() {
    // One key, by BIP-173: its segwit address, and the legacy one of the same hash.
    List<OverrideEntry> entries =
        read(
            allow("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
                + allow("1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH")
                    .replace("overrides:\n", "")
                    .replace("allow", "deny"));

    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).address().key()).isEqualTo(entries.get(1).address().key());
  }

  @Test
  void shouldRefuseAnotherShape() {
    refuses("allow: []\n", unknown("allow"), "overrides.yaml:1: expected a list named overrides");
    refuses(
        "overrides: []\nversion: 1\n",
        "overrides.yaml:2: unknown field 'version'; expected overrides");
    assertThatThrownBy(() -> read("overrides: [" + EVM + "]\n"))
        .hasMessageContaining("overrides.yaml:1: expected fields (name: value)");
    assertThatThrownBy(() -> read("overrides:\n  - [\n")).hasMessageContaining("not YAML");
    assertThatThrownBy(() -> read("overrides: [] # \u0001\n")).hasMessageContaining("not YAML");
  }

  private static String unknown(String field) {
    return "overrides.yaml:1: unknown field '" + field + "'; expected overrides";
  }

  private static String at(int line, String problem) {
    return "overrides.yaml:" + line + ": override '" + EVM + "', " + problem;
  }
}
