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
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EuFsfXmlTest {
  private static final ListId FSF = new ListId("EU", "FSF");

  @Test
  void shouldFindTheAddressesOfAnEntryWithTheirLabels() throws Exception {
    assertThat(listed(eu(), "EU.12747.39"))
        .extracting(Listing::address, Listing::assetLabel, listing -> listing.publishedText().get())
        .containsExactlyInAnyOrder(
            tuple(
                "0x002471b8A185f9980708d0eAEC5B289714F56f8d",
                "ETH",
                "ETH: 0x002471b8A185f9980708d0eAEC5B289714F56f8d"),
            tuple(
                "bc1qwtz3zv95x2flu4w26kgfepf529z50r2sqc5zml",
                "BTC",
                "BTC: bc1qwtz3zv95x2flu4w26kgfepf529z50r2sqc5zml"),
            tuple(
                "3My1ffQr5qQzmq4aBFgRqwRYqfB5zPAt8t",
                "BTC",
                "3My1ffQr5qQzmq4aBFgRqwRYqfB5zPAt8t;"));
  }

  @Test
  void shouldNameAnEntryByItsFirstStrongEnglishName() throws Exception {
    assertThat(listed(eu(), "EU.12747.39"))
        .allSatisfy(
            listing -> {
              assertThat(listing.name()).isEqualTo("Garantex");
              assertThat(listing.aliases()).containsExactly("Гарантекс", "Garantex Europe");
              assertThat(listing.programs()).containsExactly("UKR");
              assertThat(listing.listedOn()).contains(LocalDate.of(2025, 2, 24));
            });
    assertThat(listed(eu(), "EU.13770.38")).extracting(Listing::name).containsOnly("Grinex");
    assertThat(listed(eu(), "13")).extracting(Listing::name).containsOnly("Abu Ali");
  }

  @Test
  void shouldTakeTheDateOfTheFirstRegulationWhereTheEntryHasNone() throws Exception {
    assertThat(listed(eu(), "EU.13770.38"))
        .extracting(Listing::listedOn, Listing::programs)
        .containsOnly(tuple(Optional.of(LocalDate.of(2025, 10, 23)), List.of("UKR")));
  }

  @Test
  void shouldRejoinABrokenAddressAndSaySo() throws Exception {
    Publication publication = eu();

    assertThat(listed(publication, "EU.13770.38"))
        .filteredOn(listing -> listing.address().startsWith("TNZx"))
        .extracting(Listing::address, listing -> listing.publishedText().get())
        .containsExactly(
            tuple("TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV", "TNZxGWCwvsHr6JxQxzoeDXV5\n97Yf7Zb7nV"));
    assertThat(publication.notices())
        .contains(
            new Notice(
                23,
                "EU.13770.38",
                "TNZxGWCwvsHr6JxQxzoeDXV5\n97Yf7Zb7nV",
                Effect.REPAIRED,
                "Published with the line break inside; loaded as"
                    + " TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV, whose checksum holds."));
  }

  @Test
  void shouldSearchEveryTextAndAttributeOfAnEntry() throws Exception {
    assertThat(listed(eu(), "EU.13770.38"))
        .extracting(Listing::address)
        .containsExactlyInAnyOrder(
            "TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV",
            "TC8axQvzJEVR3NKN6mZnJtGy7537GEmh38",
            "TEcuHDQthTmULe8fFLUccBPpjfXaTmJuuD",
            "TA1hsikRfsgGiW9nEBpT4tEXEySTNYLr2d");
  }

  @Test
  void shouldReportWhatLooksLikeAnAddress() throws Exception {
    assertThat(eu().skipped())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.line()).isEqualTo(28);
              assertThat(row.entryId()).isEqualTo("EU.13770.38");
              assertThat(row.text()).isEqualTo("TEcuHDQthTmULe8fFLUccBPpjfXaTmJuu0");
              assertThat(row.reason())
                  .isEqualTo(
                      "Looks like an address and is not proved to be one. '0' at character 34 is"
                          + " not a base58 digit. Not loaded.");
            });
  }

  @Test
  void shouldCountAllEntries() throws Exception {
    Publication publication = eu();

    assertThat(publication.entriesRead()).isEqualTo(4);
    assertThat(publication.entries()).isEqualTo(3);
    assertThat(publication.addresses()).isEqualTo(8);
    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2026, 9, 22));
  }

  @Test
  void shouldKeepListingsTheSameWhenTheEntryGainsAnotherAddress() throws Exception {
    String more =
        Fixtures.text("eu-small.xml")
            .replace(
                "Known blockchain wallet addresses:\n",
                "Known blockchain wallet addresses:\nTRX: TJqUC56SDZ373JYRurzXtMcor2HQvN9BaU\n");

    assertThat(read(more).listings())
        .map(listing -> listing.withSource(eu().source()))
        .containsAll(eu().listings());
  }

  @Test
  void shouldShowTheSamePassageWhateverTheOrder() throws Exception {
    String entry =
        """
        <export generationDate="2026-09-22">
        <sanctionEntity euReferenceNumber="EU.1.1"><remark>%s</remark><remark>%s</remark></sanctionEntity>
        </export>\
        """;
    String one = "Wallet: TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV";
    String other = "TRX: TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV";
    Publication publication = read(String.format(Locale.ROOT, entry, one, other));

    assertThat(read(String.format(Locale.ROOT, entry, other, one)).listings())
        .map(listing -> listing.withSource(publication.source()))
        .isEqualTo(publication.listings());
  }

  @Test
  void shouldRefuseAFileWithoutDate() throws Exception {
    String undated = Fixtures.text("eu-small.xml").replace("2026-09-22T", "22.09.2026 ");

    assertRefused(
        () -> read(undated),
        Reason.UNDATED,
        "eu.xml:2: has no readable generationDate (year-month-day), so it cannot be told whether it"
            + " is newer than the list in force. Fetch the file again.");
  }

  @Test
  void shouldRefuseWhatIsNotTheUnionsFile() throws Exception {
    assertThat(refused(() -> read(Fixtures.text("un-small.xml"))))
        .hasMessage(
            "eu.xml:2: the root element is <CONSOLIDATED_LIST>, that of the EU's file is <export>."
                + " See 'weir lists formats' for what can be read.");
    String whole = Fixtures.text("eu-small.xml");
    assertThat(refused(() -> read(whole.substring(0, 2000))).reason()).isEqualTo(Reason.TRUNCATED);
  }

  private static Publication eu() throws IOException, ListRefused {
    return read(Fixtures.text("eu-small.xml"));
  }

  private static Publication read(String text) throws IOException, ListRefused {
    return Fixtures.read(new EuFsfXml(), FSF, "eu.xml", text.getBytes(UTF_8));
  }

  private static List<Listing> listed(Publication publication, String entryId) {
    return publication.listings().stream()
        .filter(listing -> listing.entryId().equals(entryId) && listing.derivation().isEmpty())
        .toList();
  }
}
