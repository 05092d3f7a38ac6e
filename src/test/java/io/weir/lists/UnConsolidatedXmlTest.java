package io.weir.lists;

import static io.weir.lists.RefusedFilesTest.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.domain.Listing;
import io.weir.lists.ListRefused.Reason;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnConsolidatedXmlTest {
  private static final ListId CONSOLIDATED = new ListId("UN", "CONSOLIDATED");
  private static final String TRON = "TNZxGWCwvsHr6JxQxzoeDXV597Yf7Zb7nV";

  @Test
  void shouldReadAListWithoutAddresses() throws Exception {
    Publication publication = read(Fixtures.text("un-small.xml"));

    assertThat(publication.mayNameNoAddress()).isTrue();
    assertThat(publication.entriesRead()).isEqualTo(2);
    assertThat(publication.entries()).isZero();
    assertThat(publication.rows()).isEmpty();
    assertThat(publication.notices()).isEmpty();
    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2025, 11, 18));
  }

  @Test
  void shouldFindAnAddressInACommentOrNote() throws Exception {
    String file =
        Fixtures.text("un-small.xml")
            .replace("in March 2013.", "in March 2013. Wallet: TRX: " + TRON + ".");

    assertThat(read(file).listings())
        .singleElement()
        .satisfies(
            listing -> {
              assertThat(listing.entryId()).isEqualTo("CDi.001");
              assertThat(listing.name()).isEqualTo("ERIC BADEGE");
              assertThat(listing.aliases()).containsExactly("إريك باديج", "Eric B.");
              assertThat(listing.programs()).containsExactly("DRC");
              assertThat(listing.listedOn()).contains(LocalDate.of(2012, 12, 31));
              assertThat(listing.address()).isEqualTo(TRON);
              assertThat(listing.assetLabel()).isEqualTo("TRX");
            });
    assertThat(read(Fixtures.text("un-small.xml").replace("early 2016", TRON)).listings())
        .extracting(Listing::entryId)
        .containsExactly("CDi.001");
  }

  @Test
  void shouldGoByTheDataIdWhereThereIsNoReferenceNumber() throws Exception {
    String file =
        Fixtures.text("un-small.xml")
            .replace("<REFERENCE_NUMBER>KPe.001</REFERENCE_NUMBER>", "")
            .replace("<COMMENTS1/>", "<COMMENTS1>" + TRON + "</COMMENTS1>");

    assertThat(read(file).listings())
        .extracting(Listing::entryId, Listing::programs)
        .containsExactly(tuple("6908402", List.of("DPRK")));
  }

  @Test
  void shouldRefuseAFileWithoutDate() throws Exception {
    String undated = Fixtures.text("un-small.xml").replace("dateGenerated", "generated");

    assertThat(refused(() -> read(undated)).reason()).isEqualTo(Reason.UNDATED);
  }

  @Test
  void shouldRefuseAFileThatWasCutOff() throws Exception {
    String whole = Fixtures.text("un-small.xml");

    assertThat(refused(() -> read(whole.substring(0, 900))).reason()).isEqualTo(Reason.TRUNCATED);
  }

  private static Publication read(String text) throws IOException, ListRefused {
    return Fixtures.read(new UnConsolidatedXml(), CONSOLIDATED, "un.xml", text.getBytes(UTF_8));
  }
}
