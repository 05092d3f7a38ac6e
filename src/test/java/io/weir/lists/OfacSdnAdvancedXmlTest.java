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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfacSdnAdvancedXmlTest {
  private static final String FIXTURE = "identity-sdn_advanced.xml";

  @Test
  void shouldReadAPartyAsPublished() throws Exception {
    Listing listing = listings(whole(), "29585").get(0);

    assertThat(listing.authority()).isEqualTo("OFAC");
    assertThat(listing.list()).isEqualTo("SDN");
    assertThat(listing.name()).isEqualTo("Dmitrii KARASAVIDI");
    assertThat(listing.programs()).containsExactly("CYBER2");
    assertThat(listing.listedOn()).contains(LocalDate.of(2020, 9, 16));
    assertThat(listing.aliases()).containsExactly("Dmitriy KARASAVIDI", "Дмитрий КАРАСАВИДИ");
    assertThat(listing.publishedText()).isEmpty();
    assertThat(listing.source().publishedOn()).contains(LocalDate.of(2026, 1, 15));
  }

  @Test
  void shouldCountEntriesAndAddresses() throws Exception {
    Publication publication = whole();

    // grep -c '<DistinctParty ' FILE
    assertThat(publication.entriesRead()).isEqualTo(14);
    // All but 36, which has no wallet.
    assertThat(publication.entries()).isEqualTo(13);
    // grep -o '1432">[^<]*' FILE gives 72; in lower case sort -u leaves 66: one address of three
    // assets, two of two and three, and one of two entries.
    assertThat(publication.addresses()).isEqualTo(66);
  }

  @Test
  void shouldKnowFamilyNamesByKindAndByCapitals() throws Exception {
    // The one has a Russian patronymic, the other a Mexican father's and mother's name.
    assertThat(listings(whole(), "29703").get(0).name()).isEqualTo("Anton Nikolaeyvich ANDREYEV");
    assertThat(listings(whole(), "44029").get(0).name()).isEqualTo("Mario Alberto JIMENEZ CASTRO");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xmlns=\"http://www.un.org/sanctions/1.0\"",
        "",
      })
  void shouldReadEveryNamespace(String namespace) throws Exception {
    String text = text().replaceFirst("xmlns=\"[^\"]*\"", namespace);

    assertThat(read(text).rows().keySet()).isEqualTo(whole().rows().keySet());
  }

  @Test
  void shouldReadPrefixedElements() throws Exception {
    String text =
        text()
            .replaceAll("<(/?)(\\w)", "<$1s:$2")
            .replace("xmlns=", "xmlns:s=")
            .replace("<s:?xml", "<?xml");

    assertThat(read(text).rows().keySet()).isEqualTo(whole().rows().keySet());
    assertThat(new OfacSdnAdvancedXml().recognises(text)).isTrue();
  }

  @Test
  void shouldLeaveOutAndReportAPartyOfAnotherList() throws Exception {
    Publication publication =
        read(
            text()
                .replace(
                    "ProfileID=\"45404\" ListID=\"1550\"", "ProfileID=\"45404\" ListID=\"1551\""));

    assertThat(publication.entries()).isEqualTo(12);
    assertThat(publication.notices())
        .filteredOn(notice -> notice.entryId().equals("45404"))
        .hasSize(4)
        .allSatisfy(
            notice -> {
              assertThat(notice.effect()).isEqualTo(Effect.LEFT_OUT);
              assertThat(notice.reason())
                  .isEqualTo("On another list than the SDN list: Consolidated List.");
            });
  }

  @Test
  void shouldTakeProgramsFromTheSdnEntryAlone() throws Exception {
    String other =
        "<SanctionsEntry ID=\"9\" ProfileID=\"45404\" ListID=\"1551\">"
            + "<SanctionsMeasure ID=\"1\" SanctionsTypeID=\"1\"><Comment>NS-X</Comment>"
            + "</SanctionsMeasure></SanctionsEntry></SanctionsEntries>";

    Listing listing = listings(read(text().replace("</SanctionsEntries>", other)), "45404").get(0);

    assertThat(listing.programs()).containsExactly("ILLICIT-DRUGS-EO14059");
  }

  @Test
  void shouldRefuseTheConsolidatedListOfOthers() throws Exception {
    String consolidated = text().replace("ListID=\"1550\"", "ListID=\"1551\"");

    assertRefused(
        () -> read(consolidated),
        Reason.NOT_THIS_FORMAT,
        "sdn_advanced.xml: has no entry of the SDN list; its entries are of Consolidated List."
            + " Fetch sdn_advanced.xml.");
  }

  @Test
  void shouldRefuseAFileOfChanges() throws Exception {
    String delta = text().replace("Version=\"3\"", "Version=\"3\" DeltaBaseVersion=\"2\"");

    assertRefused(
        () -> read(delta),
        Reason.NOT_THIS_FORMAT,
        "sdn_advanced.xml:2: tells only what changed since version 2. Fetch sdn_advanced.xml, the"
            + " whole list.");
  }

  @Test
  void shouldLoadAPartyWhoseListIsNotNamedAndSaySo() throws Exception {
    Publication publication =
        read(text().replace("ProfileID=\"45404\" ListID=\"1550\"", "ProfileID=\"45404\""));

    assertThat(listings(publication, "45404")).isNotEmpty();
    assertThat(publication.notices())
        .extracting(Notice::entryId, Notice::effect, Notice::reason)
        .contains(
            tuple(
                "45404",
                Effect.LOADED,
                "The sanctions entry names no list that the file declares; loaded as SDN."));
  }

  @Test
  void shouldLoadAPartyWithoutSanctionsEntryAndSaySo() throws Exception {
    Publication publication = read(text().replace("ProfileID=\"45404\"", "ProfileID=\"1\""));

    assertThat(listings(publication, "45404"))
        .isNotEmpty()
        .allSatisfy(listing -> assertThat(listing.programs()).isEmpty());
    assertThat(publication.notices())
        .extracting(Notice::entryId, Notice::reason)
        .contains(
            tuple("45404", "The party has no sanctions entry; loaded without programs and date."));
  }

  @Test
  void shouldReportADetailOfAnUndeclaredFeatureType() throws Exception {
    String undeclared = text().replace("<FeatureType ID=\"357\"", "<FeatureType ID=\"9357\"");

    assertThat(read(undeclared).notices())
        .filteredOn(notice -> notice.reason().contains("does not declare the feature type 357"))
        // grep -c 'FeatureTypeID="357"' FILE
        .hasSize(3)
        .allSatisfy(notice -> assertThat(notice.effect()).isEqualTo(Effect.LEFT_OUT))
        .extracting(Notice::text)
        .contains("t1g7wowvQ8gn2v8jrU1biyJ26sieNqNsBJy");
  }

  @Test
  void shouldRefuseAFileWhosePartsAreOutOfOrder() throws Exception {
    String text = text();
    String references =
        text.substring(text.indexOf("<ReferenceValueSets>"), text.indexOf("<Locations/>"));
    String entries =
        text.substring(text.indexOf("<SanctionsEntries>"), text.indexOf("<SanctionsEntryLinks/>"));

    assertThat(refused(() -> read(text.replace(references, ""))))
        .hasMessageStartingWith("sdn_advanced.xml: has no <FeatureTypeValues>, by which");
    assertThat(refused(() -> read(text.replace(entries, ""))))
        .hasMessageStartingWith("sdn_advanced.xml: has no <SanctionsEntries> after its parties.");
    assertThat(
            refused(
                () ->
                    read(
                        text.replace(entries, "")
                            .replace("<DistinctParties>", entries + "<DistinctParties>"))))
        .hasMessageStartingWith("sdn_advanced.xml: has no <SanctionsEntries> after its parties.");
  }

  @Test
  void shouldRefuseAFileWithoutDate() throws Exception {
    String undated = text().replaceFirst("<Month>1</Month>", "<Month>13</Month>");

    assertThat(refused(() -> read(undated)))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNDATED))
        .hasMessageStartingWith("sdn_advanced.xml: has no readable <DateOfIssue>");
  }

  @Test
  void shouldRefuseTheBasicFile() {
    assertThat(refused(() -> read(Fixtures.text("sdn-small.xml"))))
        .hasMessageStartingWith("sdn_advanced.xml:2: the root element is <sdnList>, that of");
  }

  @Test
  void shouldRefuseAFileThatWasCutOff() throws Exception {
    byte[] file = text().getBytes(UTF_8);

    for (int length = 500; length < file.length - 13; length += 4999) {
      byte[] part = Arrays.copyOf(file, length);
      assertThat(refused(() -> Fixtures.read(new OfacSdnAdvancedXml(), Fixtures.SDN, "x", part)))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TRUNCATED));
    }
  }

  private static List<Listing> listings(Publication publication, String entryId) {
    return publication.listings().stream()
        .filter(listing -> listing.entryId().equals(entryId))
        .toList();
  }

  private static String text() throws IOException {
    return Fixtures.text(FIXTURE);
  }

  private static Publication whole() throws IOException, ListRefused {
    return read(text());
  }

  private static Publication read(String text) throws IOException, ListRefused {
    return Fixtures.read(
        new OfacSdnAdvancedXml(), Fixtures.SDN, "sdn_advanced.xml", text.getBytes(UTF_8));
  }
}
