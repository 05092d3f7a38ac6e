package io.weir.lists;

import static io.weir.lists.RefusedFilesTest.assertRefused;
import static io.weir.lists.RefusedFilesTest.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.domain.Listing;
import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UkSanctionsXmlTest {
  private static final ListId UKSL = new ListId("UK", "UKSL");

  @Test
  void shouldFindTheAddressesOfOtherInformation() throws Exception {
    assertThat(listed(uk(), "GHR0190"))
        .allSatisfy(
            listing -> {
              assertThat(listing.name()).isEqualTo("XINBI COMPANY LIMITED");
              assertThat(listing.aliases()).containsExactly("XINBI");
              assertThat(listing.programs())
                  .containsExactly("The Global Human Rights Sanctions Regulations 2020");
              assertThat(listing.listedOn()).contains(LocalDate.of(2026, 3, 26));
              assertThat(listing.assetLabel()).isEmpty();
            })
        .extracting(Listing::address)
        .containsExactlyInAnyOrder(
            "TW5tokvhEfrb77z98Rc8HqbkzQJ6sxYtGX",
            "TBKpozurdWLrbKkxtDqkveeq1dSB8Axj3V",
            "TWqcMjV7Wq2RHe2CSiKQHpkn6A7B2AWUPe",
            "TSmcHwvTR27Ao4NN8HhPFCVcPU5aTEqLDt");
  }

  @Test
  void shouldSearchEveryTextOfAnEntry() throws Exception {
    assertThat(listed(uk(), "RUS9999"))
        .extracting(Listing::name, Listing::aliases, Listing::address, Listing::publishedText)
        .containsExactlyInAnyOrder(
            tuple(
                "Ivan Ivanovich IVANOV",
                List.of("Иванов Иван"),
                "TJqUC56SDZ373JYRurzXtMcor2HQvN9BaU",
                Optional.of("He controls TJqUC56SDZ373JYRurzXtMcor2HQvN9BaU and others.")),
            tuple(
                "Ivan Ivanovich IVANOV",
                List.of("Иванов Иван"),
                "bc1qwxqxd25yk2dtw2ml04vxj9atq3huv4rdytf6vt",
                Optional.of("bc1qwxqxd25yk2dtw2ml04vxj9atq3huv4rdytf6vt")));
  }

  @Test
  void shouldReportADateThatIsNone() throws Exception {
    assertThat(uk().notices())
        .containsExactly(
            new Notice(
                25,
                "RUS9999",
                "31/02/2026",
                Effect.LOADED,
                "Not a date of designation; loaded without its date."));
    assertThat(listed(uk(), "RUS9999"))
        .extracting(Listing::listedOn)
        .containsOnly(Optional.empty());
  }

  @Test
  void shouldCountAllEntries() throws Exception {
    assertThat(uk().entriesRead()).isEqualTo(3);
    assertThat(uk().entries()).isEqualTo(2);
    assertThat(uk().addresses()).isEqualTo(6);
    assertThat(uk().source().publishedOn()).contains(LocalDate.of(2026, 10, 2));
  }

  @Test
  void shouldRefuseAFileWithoutDate() throws Exception {
    String undated = Fixtures.text("uk-small.xml").replace("02/10/2026", "2026-10-02");

    assertRefused(
        () -> read(undated),
        Reason.UNDATED,
        "uk.xml: has no readable <DateGenerated> (day/month/year), so it cannot be told whether it"
            + " is newer than the list in force. Fetch the file again.");
  }

  @Test
  void shouldRefuseWhatIsNotTheUkSanctionsList() throws Exception {
    assertThat(refused(() -> read(Fixtures.text("sdn-small.xml"))).reason())
        .isEqualTo(Reason.NOT_THIS_FORMAT);
    String whole = Fixtures.text("uk-small.xml");
    assertThat(refused(() -> read(whole.substring(0, 1500))).reason()).isEqualTo(Reason.TRUNCATED);
  }

  private static Publication uk() throws IOException, ListRefused {
    return read(Fixtures.text("uk-small.xml"));
  }

  private static Publication read(String text) throws IOException, ListRefused {
    return Fixtures.read(new UkSanctionsXml(), UKSL, "uk.xml", text.getBytes(UTF_8));
  }

  private static List<Listing> listed(Publication publication, String entryId) {
    return publication.listings().stream()
        .filter(listing -> listing.entryId().equals(entryId) && listing.derivation().isEmpty())
        .toList();
  }
}
