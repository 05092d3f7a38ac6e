package io.weir.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Source;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The same designations in OFAC's three formats. The fixtures hold one set of facts each, most of
 * them real: individuals and entities, several assets and programs, one address under two entries,
 * remarks that are cut, names in other scripts, a Tron address filed under XBT, and two ids that
 * are no Monero addresses (entry 90001 is invented). In {@code sdn_advanced.xml} names and programs
 * stand in another order.
 */
class OfacIdentityTest {

  @Test
  void shouldGiveTheSameListingsInEveryFormat() throws Exception {
    // grep -c '<id>' identity-sdn.xml gives 72. Entry 42498 has one address for three assets, 45314
    // likewise, and 29585 one for two: five fewer listings.
    assertThat(published(xml())).hasSize(67);
    assertThat(ids(advanced())).isEqualTo(ids(xml()));
    assertThat(ids(csv())).isEqualTo(ids(xml()));
  }

  @Test
  void shouldGiveEqualListingsButForWhatAFormatDoesNotTell() throws Exception {
    List<Listing> xml = withoutWhatOnlySomeTell(xml());

    assertThat(withoutWhatOnlySomeTell(advanced())).isEqualTo(xml);
    assertThat(withoutWhatOnlySomeTell(csv())).isEqualTo(xml);
  }

  @Test
  void shouldReportTheSameOddities() throws Exception {
    assertThat(oddities(advanced())).isEqualTo(oddities(xml())).hasSize(2);
    assertThat(oddities(csv())).isEqualTo(oddities(xml()));
  }

  @Test
  void shouldTellMoreNamesTheRicherTheFormat() throws Exception {
    assertThat(aliases(csv(), "29585")).isEmpty();
    assertThat(aliases(xml(), "29585")).containsExactly("Dmitriy KARASAVIDI");
    assertThat(aliases(advanced(), "29585"))
        .containsExactly("Dmitriy KARASAVIDI", "Дмитрий КАРАСАВИДИ");
    assertThat(aliases(csv(), "27307"))
        .containsExactly("APPLEWORM", "GUARDIANS OF PEACE", "HIDDEN COBRA")
        .isEqualTo(aliases(xml(), "27307"))
        .isEqualTo(aliases(advanced(), "27307"));
  }

  @Test
  void shouldAmendNothingButAliasesWhenAListChangesFromXmlToCsv() throws Exception {
    ListDiff diff = ListDiff.between(rows(xml()), Set.of(), csv());

    assertThat(diff.added()).isEmpty();
    assertThat(diff.removed()).isEmpty();
    // Those with an alias in capitals of their own, which sdn.csv has in another file.
    assertThat(diff.amended())
        .isNotEmpty()
        .extracting(amended -> amended.after().entryId())
        .containsOnly("29585", "30518", "31164", "45314");
  }

  @Test
  void shouldTellTheDateOfDesignationInTheAdvancedFormatAlone() throws Exception {
    assertThat(xml().listings()).allMatch(listing -> listing.listedOn().isEmpty());
    assertThat(csv().listings()).allMatch(listing -> listing.listedOn().isEmpty());
    assertThat(advanced().listings())
        .filteredOn(listing -> listing.entryId().equals("27307"))
        .allMatch(listing -> listing.listedOn().equals(Optional.of(LocalDate.of(2019, 9, 13))));
  }

  @Test
  void shouldTellTheThreeFormatsByTheirBeginnings() throws Exception {
    assertThat(guess("identity-sdn.xml")).contains("ofac-sdn-xml");
    assertThat(guess("identity-sdn_advanced.xml")).contains("ofac-sdn-advanced-xml");
    assertThat(guess("identity-sdn.csv")).contains("ofac-sdn-csv");
    assertThat(guess("identity-sdn_comments.csv")).isEmpty();
  }

  private static Publication xml() throws IOException, ListRefused {
    return Fixtures.sdn("identity-sdn.xml");
  }

  private static Publication advanced() throws IOException, ListRefused {
    String fixture = "identity-sdn_advanced.xml";
    return Fixtures.read(new OfacSdnAdvancedXml(), Fixtures.SDN, fixture, Fixtures.bytes(fixture));
  }

  private static Publication csv() throws IOException, ListRefused {
    return new ListReader(new OfacSdnCsv(), Fixtures.SDN, Optional.empty())
        .read(
            "identity-sdn.csv",
            new ByteArrayInputStream(Fixtures.bytes("identity-sdn.csv")),
            new Companion(
                "identity-sdn_comments.csv",
                new ByteArrayInputStream(Fixtures.bytes("identity-sdn_comments.csv"))));
  }

  private static Optional<String> guess(String fixture) throws IOException {
    return ListFormats.guess(
            new BufferedInputStream(new ByteArrayInputStream(Fixtures.bytes(fixture))))
        .map(ListFormat::id);
  }

  private static List<Listing> published(Publication publication) {
    return publication.listings().stream()
        .filter(listing -> listing.derivation().isEmpty())
        .toList();
  }

  private static List<String> ids(Publication publication) {
    return publication.listings().stream().map(Listing::listingId).toList();
  }

  private static List<String> oddities(Publication publication) {
    return publication.skipped().stream()
        .map(row -> row.entryId() + " " + row.text() + " " + row.reason())
        .toList();
  }

  private static List<String> aliases(Publication publication, String entryId) {
    return publication.listings().stream()
        .filter(listing -> listing.entryId().equals(entryId))
        .findFirst()
        .orElseThrow()
        .aliases();
  }

  private static Map<AddressKey, SanctionedAddress> rows(Publication publication) {
    Map<AddressKey, SanctionedAddress> rows = new HashMap<>();
    publication.rows().forEach((key, row) -> rows.put(key, new SanctionedAddress(key, row)));
    return rows;
  }

  /** Without aliases, date and source. */
  private static List<Listing> withoutWhatOnlySomeTell(Publication publication) {
    return publication.listings().stream()
        .map(
            listing ->
                new Listing(
                    listing.listingId(),
                    listing.authority(),
                    listing.list(),
                    listing.entryId(),
                    listing.name(),
                    listing.programs(),
                    listing.address(),
                    listing.assetLabel(),
                    Optional.empty(),
                    new Source("", "", Optional.empty()),
                    listing.derivation(),
                    List.of(),
                    listing.publishedText(),
                    listing.override()))
        .toList();
  }
}
