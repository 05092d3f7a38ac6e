package io.weir.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.address.AddressKey.Kind;
import io.weir.domain.Listing;
import io.weir.lists.Notice.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitcoinj.base.Base58;
import org.bitcoinj.base.exceptions.AddressFormatException;
import org.junit.jupiter.api.Test;

/**
 * Real files whose addresses stand in free text. The numbers were counted by a script that knows no
 * XML: all runs of 25 to 110 letters and digits, held against base58check, bech32 and 0x with 40
 * digits; and each two runs with blanks between them, joined.
 */
class PublishedFreeTextTest {
  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z]{25,110}");

  @Test
  void shouldReadTheUnionsFile() throws Exception {
    byte[] file = Fixtures.published("eu-fsf-excerpt-2026-09-22.xml");
    Publication publication =
        Fixtures.read(new EuFsfXml(), new ListId("EU", "FSF"), "eu.xml", file);

    // grep -c '<sanctionEntity ' FILE
    assertThat(publication.entriesRead()).isEqualTo(3);
    assertThat(publication.entries()).isEqualTo(2);
    assertThat(publication.addresses()).isEqualTo(9);
    // By the script: 3 Tron and one more when joined, 2 EVM; 2 bc1q of 42 characters; 1 of 3….
    assertThat(kinds(publication))
        .containsOnly(
            entry(Kind.ACCOUNT, 6L), entry(Kind.PUBKEYHASH, 2L), entry(Kind.SCRIPTHASH, 1L));
    assertThat(published(publication))
        .extracting(Listing::entryId, Listing::name, Listing::assetLabel, Listing::listedOn)
        .containsOnly(
            tuple("EU.12747.39", "Garantex", "ETH", Optional.of(LocalDate.of(2025, 2, 24))),
            tuple("EU.12747.39", "Garantex", "BTC", Optional.of(LocalDate.of(2025, 2, 24))),
            tuple("EU.12747.39", "Garantex", "BSC", Optional.of(LocalDate.of(2025, 2, 24))),
            tuple("EU.12747.39", "Garantex", "TRX", Optional.of(LocalDate.of(2025, 2, 24))),
            tuple("EU.13770.38", "Grinex", "", Optional.of(LocalDate.of(2025, 10, 23))));
    // grep -n TNZx FILE
    assertThat(publication.notices())
        .extracting(Notice::line, Notice::entryId, Notice::text, Notice::effect)
        .containsExactly(
            tuple(39, "EU.13770.38", "TNZxGWCwvsHr6JxQxzoeDXV5\n97Yf7Zb7nV", Effect.REPAIRED));
    assertThat(addresses(publication))
        .containsAll(words(file))
        .contains("TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV");
    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2026, 9, 22));
  }

  @Test
  void shouldReadTheUkSanctionsList() throws Exception {
    byte[] file = Fixtures.published("uk-excerpt-2026-10-02.xml");
    Publication publication =
        Fixtures.read(new UkSanctionsXml(), new ListId("UK", "UKSL"), "uk.xml", file);

    // grep -c '<Designation>' FILE
    assertThat(publication.entriesRead()).isEqualTo(2);
    assertThat(publication.entries()).isEqualTo(2);
    assertThat(publication.addresses()).isEqualTo(43);
    assertThat(addresses(publication)).isEqualTo(words(file)).hasSize(43);
    assertThat(publication.notices()).isEmpty();
    assertThat(publication.listings().stream().collect(groupingBy(Listing::entryId, counting())))
        .containsOnly(entry("GHR0190", 40L), entry("RUS3602", 3L));
    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2026, 10, 2));
  }

  @Test
  void shouldReadTheUnsListWhichNamesNoWallet() throws Exception {
    byte[] file = Fixtures.published("un-consolidated-2026-02.xml");
    Publication publication =
        Fixtures.read(new UnConsolidatedXml(), new ListId("UN", "CONSOLIDATED"), "un.xml", file);

    // grep -c '<INDIVIDUAL>' FILE gives 727, grep -c '<ENTITY>' 273.
    assertThat(publication.entriesRead()).isEqualTo(1000);
    assertThat(publication.addresses()).isZero();
    assertThat(publication.rows()).isEmpty();
    assertThat(publication.notices()).isEmpty();
    assertThat(words(file)).isEmpty();
    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2025, 11, 18));
  }

  @Test
  void shouldReadIsraelsSeizureOrders() throws Exception {
    byte[] file = Fixtures.published("il-nbctf-2026-08-21.csv");
    Publication publication =
        Fixtures.read(new IlNbctfCsv(), new ListId("IL", "NBCTF"), "il.csv", file);

    // grep -c '^צ.ת' FILE
    assertThat(publication.entriesRead()).isEqualTo(35);
    // By a script that reads each cell with its own base58check and bech32: 501 addresses in the
    // rows, 500 under different orders, 498 different ones; 7 orders seize accounts alone.
    assertThat(publication.entries()).isEqualTo(28);
    assertThat(publication.addresses()).isEqualTo(498);
    assertThat(published(publication)).hasSize(500);
    assertThat(kinds(publication))
        .containsOnly(
            entry(Kind.ACCOUNT, 417L),
            entry(Kind.PUBKEYHASH, 66L),
            entry(Kind.SCRIPTHASH, 5L),
            entry(Kind.TEXT, 10L));
    assertThat(addresses(publication)).containsAll(words(file));
    // cut -d, -f5 FILE | grep -c '^[0-9]*[0-9]$' gives 389 numbers of accounts and telephones.
    assertThat(publication.notices().stream().collect(groupingBy(Notice::effect, counting())))
        .containsOnly(
            entry(Effect.LEFT_OUT, 390L),
            entry(Effect.KEPT_AS_TEXT, 10L),
            entry(Effect.REPAIRED, 3L));
    assertThat(publication.notices())
        .filteredOn(notice -> notice.effect() == Effect.LEFT_OUT)
        .filteredOn(notice -> !notice.text().matches("\\d+"))
        .extracting(Notice::line, Notice::entryId, Notice::text)
        .containsExactly(tuple(893, "44/21", "USDT"));
    assertThat(publication.notices())
        .filteredOn(notice -> notice.effect() == Effect.REPAIRED)
        .extracting(Notice::line, Notice::text)
        .containsExactly(
            tuple(371, "TН96tFMn8KGiYSLiwсV3E2UiaJc8jmcbz3"),
            tuple(923, "3HQJ9ta7TmYNRjkby3nbMGdHzNCCiXs3Ui"),
            tuple(926, "18yzhmcgHtRVoEX3doCrqhis6fFU1dHFUE"));
    assertThat(publication.source().publishedOn()).isEmpty();
  }

  private static Map<Kind, Long> kinds(Publication publication) {
    return publication.rows().entrySet().stream()
        .filter(row -> row.getValue().stream().anyMatch(it -> it.derivation().isEmpty()))
        .collect(groupingBy(row -> row.getKey().kind(), counting()));
  }

  private static List<Listing> published(Publication publication) {
    return publication.listings().stream().filter(it -> it.derivation().isEmpty()).toList();
  }

  private static Set<String> addresses(Publication publication) {
    return published(publication).stream()
        .map(Listing::address)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The words that bitcoinj takes for base58check. */
  private static Set<String> words(byte[] file) {
    return WORD.matcher(new String(file, UTF_8))
        .results()
        .map(MatchResult::group)
        .filter(PublishedFreeTextTest::isBase58Check)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isBase58Check(String word) {
    try {
      return Base58.decodeChecked(word).length >= 21;
    } catch (AddressFormatException no) {
      return false;
    }
  }
}
