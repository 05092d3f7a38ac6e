package io.weir.lists;

import static io.weir.lists.Fixtures.csv;
import static io.weir.lists.Fixtures.csvText;
import static io.weir.lists.RefusedFilesTest.assertRefused;
import static io.weir.lists.RefusedFilesTest.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.domain.Listing;
import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeirCsvTest {
  private static final String HEADER = "entry_id,name,programs,address,asset_label,listed_on\n";
  private static final String ETH = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";

  @Test
  void shouldReadRowsAsWritten() throws Exception {
    Listing first = listing(csv("small.csv"), "KR-2023-1");

    assertThat(first.name()).isEqualTo("Lazarus Group, \"Hidden Cobra\"");
    assertThat(first.programs()).containsExactly("DPRK", "CYBER");
    assertThat(first.address()).isEqualTo(ETH);
    assertThat(first.assetLabel()).isEqualTo("ETH");
    assertThat(first.listedOn()).contains(LocalDate.of(2023, 2, 10));
    assertThat(first.authority()).isEqualTo("KR");
    assertThat(first.source().publishedOn()).isEmpty();
  }

  @Test
  void shouldReportEveryFlawWithItsLine() throws Exception {
    assertThat(csv("small.csv").notices())
        .extracting(Notice::line, Notice::entryId, Notice::effect)
        .containsExactly(
            tuple(3, "KR-2023-2", Effect.LOADED),
            tuple(6, "", Effect.LEFT_OUT),
            tuple(7, "", Effect.LOADED),
            tuple(8, "KR-2023-5", Effect.LEFT_OUT));
  }

  @Test
  void shouldLoadARowWhoseDateOrEntryIsMissing() throws Exception {
    Publication publication = csv("small.csv");

    assertThat(listing(publication, "KR-2023-2").name()).isEqualTo("Park\nJin Hyok");
    assertThat(listing(publication, "KR-2023-2").listedOn()).isEmpty();
    assertThat(listing(publication, "").name()).isEqualTo("No Id");
  }

  @Test
  void shouldTakeColumnsInAnyOrderAfterAByteOrderMark() throws Exception {
    Publication publication =
        csvText(
            "\uFEFFaddress,asset_label,listed_on,entry_id,name,programs\r\n"
                + ETH
                + ",ETH,2023-02-10,1,Lazarus,DPRK\r\n");

    assertThat(listing(publication, "1").address()).isEqualTo(ETH);
  }

  @Test
  void shouldRefuseAnUnknownColumnByName() {
    assertRefused(
        () -> csvText("entry_id,name,programs,address,ticker,listed_on\n"),
        Reason.BAD_HEADER,
        "list.csv:1: unknown column 'ticker'. The header row must name"
            + " entry_id,name,programs,address,asset_label,listed_on, and may name aliases.");
  }

  @Test
  void shouldRefuseAMissingColumnByName() {
    assertThat(refused(() -> csvText("entry_id,name,programs,asset_label,listed_on\n")))
        .hasMessageStartingWith("list.csv:1: column 'address' is missing.");
  }

  @Test
  void shouldRefuseARepeatedColumnByName() {
    assertThat(refused(() -> csvText("entry_id,name,name,address,asset_label,listed_on\n")))
        .hasMessageStartingWith("list.csv:1: column 'name' appears twice.");
  }

  @Test
  void shouldRefuseAFileWithoutHeader() {
    assertThat(refused(() -> csvText("\n\n")).reason()).isEqualTo(Reason.BAD_HEADER);
    assertThat(refused(() -> csvText("")).reason()).isEqualTo(Reason.EMPTY_FILE);
  }

  @Test
  void shouldRefuseAQuoteThatIsNeverClosed() {
    assertThat(refused(() -> csvText(HEADER + "1,\"Lazarus,DPRK," + ETH + ",ETH,\n")))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.MALFORMED))
        .hasMessageMatching("list\\.csv:[23]: not readable as CSV: .*");
  }

  @Test
  void shouldRefuseAnEndlessValue() {
    assertThat(refused(() -> csvText(HEADER + "1,\"" + "x\n".repeat(100_000))).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void shouldRefuseWhatIsNotUtf8() {
    byte[] latin = (HEADER + "1,Caf\u00e9,," + ETH + ",ETH,\n").getBytes(ISO_8859_1);

    assertRefused(
        () -> Fixtures.read(new WeirCsv(), Fixtures.KOREA, "list.csv", latin),
        Reason.MALFORMED,
        "list.csv: is not UTF-8. Save it as UTF-8 and load it again.");
  }

  @Test
  void shouldTakeTheDateFromTheReaderWhenGiven() throws Exception {
    Publication publication =
        new ListReader(new WeirCsv(), Fixtures.KOREA, Optional.of(LocalDate.of(2023, 2, 10)))
            .read("small.csv", new ByteArrayInputStream(Fixtures.bytes("small.csv")));

    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2023, 2, 10));
  }

  private static Listing listing(Publication publication, String entryId) {
    return publication.listings().stream()
        .filter(listing -> listing.entryId().equals(entryId) && listing.derivation().isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
