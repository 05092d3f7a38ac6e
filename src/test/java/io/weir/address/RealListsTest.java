package io.weir.address;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every digital-currency id of real publications, by what it was read as. */
class RealListsTest {
  private static final String SDN = "lists/ofac-sdn-2024-05-03.csv";
  private static final String SDN_COMMENTS = "lists/ofac-sdn_comments-2025-02.csv";

  /** The id ends at a semicolon or a full stop, or where the field limit cuts the remarks off. */
  private static final Pattern OFAC_ID =
      Pattern.compile("Digital Currency Address - \\w+ (\\w*)([;.]|$)");

  @Test
  void shouldReadEveryIdOfOfacsList() throws IOException {
    List<MatchResult> ids =
        rows(SharedData.latin1(SDN)).flatMap(row -> ids(row[row.length - 1])).toList();
    List<String> whole =
        ids.stream().filter(it -> !it.group(2).isEmpty()).map(it -> it.group(1)).toList();

    assertThat(ids).hasSize(295);
    assertThat(whole).hasSize(288);
    assertThat(forms(whole))
        .isEqualTo(
            "{bech32:bc=22, evm=60, p2pkh:00=112, p2pkh:1cb8=2, p2pkh:1e=1, p2pkh:26=1, "
                + "p2pkh:30=4, p2pkh:4c=3, p2sh:05=65, text!=3, tron=15}");
    assertThat(textsOf(whole).filter(it -> !Monero.hasShape(it)))
        .containsExactly("5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320");
  }

  @Test
  void shouldReadEveryIdWhenTheOverflowFileIsJoinedOn() throws IOException {
    List<String[]> sdn = rows(SharedData.latin1(SDN)).toList();
    List<String> ids =
        rows(SharedData.latin1(SDN_COMMENTS))
            .filter(row -> row.length == 2)
            .flatMap(row -> ids(remarksOf(sdn, row[0]) + row[1]))
            .map(it -> it.group(1))
            .toList();

    assertThat(forms(ids))
        .isEqualTo(
            "{bech32:bc=56, evm=135, p2pkh:00=177, p2pkh:1cb8=1, "
                + "p2pkh:30=6, p2sh:05=139, text!=2, tron=1, xrp=1}");
    assertThat(textsOf(ids)).allMatch(Monero::hasShape);
  }

  @Test
  void shouldReadEveryAddressThatOfacAddedOrRemovedSince() throws IOException {
    List<String> ids =
        rows(SharedData.utf8("lists/ofac-changes-2024-09_to_2025-11.csv"))
            .skip(1)
            .map(row -> row[2])
            .toList();

    assertThat(ids).hasSize(275);
    assertThat(forms(ids))
        .isEqualTo("{bech32:bc=58, evm=103, p2pkh:00=4, " + "p2sh:05=19, text!=5, tron=86}");
    assertThat(textsOf(ids)).allMatch(Monero::hasShape);
  }

  @Test
  void shouldKeepAccountNumbersAndLookAlikesOfIsraelsListAsText() throws IOException {
    List<String> ids =
        rows(SharedData.utf8("lists/il-nbctf-2026-08-21.csv"))
            .skip(1)
            .filter(row -> row.length > 4 && !row[4].isBlank())
            .map(row -> row[4])
            .filter(it -> Addresses.readAnyChain(it) instanceof Address)
            .toList();

    assertThat(forms(ids))
        .isEqualTo(
            "{bech32:bc=10, evm=14, p2pkh:00=39, p2pkh:1cb8=1, p2pkh:1e=9, p2pkh:30=4, "
                + "p2pkh:3c=1, p2sh:05=3, p2sh:3f=1, text!=411, tron=402}");
  }

  private static Stream<MatchResult> ids(String remarks) {
    return OFAC_ID.matcher(remarks).results();
  }

  private static String remarksOf(List<String[]> sdn, String uid) {
    return sdn.stream()
        .filter(row -> row[0].equals(uid))
        .map(row -> row[row.length - 1])
        .collect(joining());
  }

  /** How often each form occurs; with an exclamation mark when there is a warning. */
  private static String forms(List<String> ids) {
    return ids.stream()
        .map(Given::listed)
        .map(it -> it.form() + (it.warning().isPresent() ? "!" : ""))
        .collect(groupingBy(identity(), TreeMap::new, counting()))
        .toString();
  }

  private static Stream<String> textsOf(List<String> ids) {
    return ids.stream().filter(it -> Given.listed(it).form().equals("text"));
  }

  private static Stream<String[]> rows(String csv) throws IOException {
    return new CsvMapper()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .readerFor(String[].class)
            .<String[]>readValues(csv)
            .readAll()
            .stream()
            .filter(row -> Arrays.stream(row).anyMatch(cell -> !cell.isBlank()));
  }
}
