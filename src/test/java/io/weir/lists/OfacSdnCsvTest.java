package io.weir.lists;

import static io.weir.lists.RefusedFilesTest.assertRefused;
import static io.weir.lists.RefusedFilesTest.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.domain.Listing;
import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfacSdnCsvTest {
  private static final String NONE = ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,";
  private static final String END = "\u001a";
  private static final String XBT = "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h";
  private static final String ETH = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";

  @Test
  void shouldReadARowAsPublished() throws Exception {
    Publication publication =
        alone(
            row(
                "25308,\"YAN, Xiaobing\",\"individual\",\"SDNTK] [CYBER2\"",
                "\"DOB 25 Mar 1977; Digital Currency Address - XBT "
                    + XBT
                    + "; a.k.a. 'STEVEN YAN'; f.k.a. 'XB'; Linked To: NOBODY.\""));

    Listing listing = publication.listings().get(0);
    assertThat(listing.entryId()).isEqualTo("25308");
    assertThat(listing.name()).isEqualTo("Xiaobing YAN");
    assertThat(listing.programs()).containsExactly("CYBER2", "SDNTK");
    assertThat(listing.aliases()).containsExactly("STEVEN YAN", "XB");
    assertThat(listing.address()).isEqualTo(XBT);
    assertThat(listing.assetLabel()).isEqualTo("XBT");
    assertThat(listing.listedOn()).isEmpty();
    assertThat(publication.source().publishedOn()).isEmpty();
    assertThat(publication.notices()).isEmpty();
  }

  @Test
  void shouldKeepTheCommaInTheNameOfAnEntity() throws Exception {
    Publication publication = alone(entity("1", "VALERIAN LABS, INC.", "XBT " + XBT));

    assertThat(publication.listings().get(0).name()).isEqualTo("VALERIAN LABS, INC.");
  }

  @Test
  void shouldReadALabelOfAnyWordsAndNone() throws Exception {
    Publication publication =
        alone(
            row(
                "1,\"X\",-0- ,\"A\"",
                "\"Digital Currency Address - New Coin "
                    + XBT
                    + "; alt. Digital Currency Address "
                    + ETH
                    + ".\""));

    assertThat(publication.listings())
        .filteredOn(listing -> listing.derivation().isEmpty())
        .extracting(Listing::assetLabel, Listing::address)
        .containsExactlyInAnyOrder(tuple("New Coin", XBT), tuple("", ETH));
  }

  @Test
  void shouldJoinARemarkThatIsCutInTheMiddleOfAnAddress() throws Exception {
    Publication publication =
        read(cutRow("1", XBT.substring(0, 9)), "1,\"" + XBT.substring(9) + ".\"\r\n" + END);

    assertThat(addresses(publication)).containsExactly(XBT);
    assertThat(publication.notices()).isEmpty();
  }

  @Test
  void shouldJoinARemarkThatIsCutInTheMiddleOfTheType() throws Exception {
    String cut = filled("1", "Digital Curr");

    Publication publication = read(cut, "1,\"ency Address - ETH " + ETH + ".\"\r\n" + END);

    assertThat(addresses(publication)).containsExactly(ETH);
  }

  @Test
  void shouldKeepTheBlankAtWhichARemarkIsCut() throws Exception {
    Publication publication = read(cutRow("1", ""), "1,\"" + XBT + ".\"\r\n" + END);

    assertThat(addresses(publication)).containsExactly(XBT);
    assertThat(publication.listings().get(0).assetLabel()).isEqualTo("XBT");
  }

  @Test
  void shouldRefuseACutRemarkThatComesAlone() {
    assertRefused(
        () -> alone(cutRow("27307", XBT.substring(0, 9))),
        Reason.INCOMPLETE,
        "sdn.csv:1: the remarks of entry 27307 are cut at 1000 characters, and addresses may"
            + " follow; they go on in sdn_comments.csv. Fetch that too; 'weir lists load' takes it"
            + " with --comments.");
  }

  @Test
  void shouldRefuseACutRemarkThatNamesNoAddressSoFar() {
    assertThat(refused(() -> alone(filled("1", "Secondary sanctions risk"))).reason())
        .isEqualTo(Reason.INCOMPLETE);
    assertThat(refused(() -> alone(filled("1", "persons owned or controlled by U.S. "))).reason())
        .isEqualTo(Reason.INCOMPLETE);
  }

  @Test
  void shouldRefuseACutRemarkThatTheCommentsDoNotContinue() {
    assertThat(refused(() -> read(cutRow("1", XBT.substring(0, 9)), "2,\"more.\"\r\n" + END)))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.INCOMPLETE))
        .hasMessageEndingWith(
            "sdn_comments.csv does not continue them, so it is of another day. Fetch both files"
                + " again.");
  }

  @Test
  void shouldTakeARemarkThatJustFillsItsFieldForWholeWhenTheCommentsDoNotContinueIt()
      throws Exception {
    assertThat(addresses(read(filled("1", "XBT " + XBT + "."), END))).containsExactly(XBT);
  }

  @Test
  void shouldReportCommentsOfAnEntryThatIsNotThere() throws Exception {
    Publication publication =
        read(entity("1", "X", "XBT " + XBT), "2,\"ress - ETH " + ETH + ".\"\r\n" + END);

    assertThat(publication.notices())
        .extracting(Notice::line, Notice::entryId, Notice::effect, Notice::text)
        .containsExactly(tuple(0, "2", Effect.LEFT_OUT, "ress - ETH " + ETH + "."));
  }

  @Test
  void shouldLoadWhatBothSayWhenTheCommentsContinueAWholeRemark() throws Exception {
    Publication publication =
        read(
            entity("1", "X", "XBT " + XBT),
            "1,\"g; Digital Currency Address - ETH " + ETH + ".\"\r\n" + END);

    assertThat(addresses(publication)).containsExactlyInAnyOrder(XBT, ETH);
    assertThat(publication.notices())
        .extracting(Notice::entryId, Notice::effect)
        .containsExactly(tuple("1", Effect.LOADED));
  }

  @Test
  void shouldSayWhenTheTwoHalvesMakeNoAddress() throws Exception {
    Publication publication =
        read(cutRow("1", XBT.substring(0, 9)), "1,\"" + XBT.substring(8) + ".\"\r\n" + END);

    assertThat(publication.notices())
        .extracting(Notice::effect, Notice::reason)
        .contains(
            tuple(
                Effect.LOADED,
                "Put together from sdn.csv and sdn_comments.csv, and no checksum proves it; make"
                    + " sure that the two are of the same day."))
        .extracting(row -> row.toList().get(0))
        .contains(Effect.KEPT_AS_TEXT);
  }

  @Test
  void shouldSayWhenARemarkLacksItsFullStop() throws Exception {
    Publication publication =
        alone(row("1,\"X\",-0- ,\"A\"", "\"Digital Currency Address - XBT " + XBT + "\""));

    assertThat(addresses(publication)).containsExactly(XBT);
    assertThat(publication.notices())
        .extracting(Notice::reason)
        .containsExactly("The remark lacks its full stop; it may be cut.");
  }

  @Test
  void shouldReadTheAddressesOfADamagedRowAndSaySo() throws Exception {
    String damaged = "2,\"Y\",-0- ,\"Digital Currency Address - ETH " + ETH + ".\"\r\n";

    Publication publication = alone(entity("1", "X", "XBT " + XBT) + damaged);

    assertThat(addresses(publication)).containsExactlyInAnyOrder(XBT, ETH);
    assertThat(publication.notices())
        .extracting(Notice::line, Notice::entryId, Notice::effect, Notice::reason)
        .containsExactly(
            tuple(
                2,
                "2",
                Effect.LOADED,
                "The row has 4 values and not the 12 of sdn.csv, the first a number; nothing but"
                    + " its addresses was read."));
  }

  @Test
  void shouldLeaveOutADamagedRowWithoutAddress() throws Exception {
    assertThat(alone(entity("1", "X", "XBT " + XBT) + "Y,-0- \r\n").notices())
        .extracting(Notice::line, Notice::effect)
        .containsExactly(tuple(2, Effect.LEFT_OUT));
  }

  @Test
  void shouldRefuseAFileThatWasCutOff() throws Exception {
    String whole = Fixtures.text("identity-sdn.csv").replace(END, "").stripTrailing();

    // Between two lines nothing tells; then the missing end mark is reported.
    IntStream.iterate(60, length -> length < whole.length(), length -> length + 31)
        .filter(length -> whole.charAt(length - 1) >= ' ')
        .forEach(
            length ->
                assertThat(
                        refused(
                            () ->
                                read(
                                    bytes(whole.substring(0, length)),
                                    Fixtures.bytes("identity-sdn_comments.csv"))))
                    .as(whole.substring(length - 20, length))
                    .satisfies(
                        refused ->
                            assertThat(refused.reason())
                                .isIn(Reason.TRUNCATED, Reason.NOT_THIS_FORMAT)));
  }

  @Test
  void shouldSayWhenAWholeFileLacksItsEndMark() throws Exception {
    Publication publication = read(bytes(entity("1", "X", "XBT " + XBT)), bytes(END));

    assertThat(publication.notices())
        .extracting(Notice::line, Notice::effect, Notice::reason)
        .containsExactly(
            tuple(
                0,
                Effect.LOADED,
                "The file lacks the end mark (0x1A) of OFAC's own, so it cannot be told whether it"
                    + " is whole."));
  }

  @Test
  void shouldRefuseWhatGoesOnAfterItsEndMark() {
    String row = entity("1", "X", "XBT " + XBT);

    assertThat(refused(() -> alone(row + END + "\r\n" + row)))
        .hasMessageStartingWith("sdn.csv: goes on after its end mark (0x1A)");
  }

  @Test
  void shouldTellOtherFilesFromSdnCsv() {
    assertThat(refused(() -> alone("entry_id,name\r\n")).reason())
        .isEqualTo(Reason.NOT_THIS_FORMAT);
    assertThat(refused(() -> alone("1,\"more.\"\r\n")).reason()).isEqualTo(Reason.NOT_THIS_FORMAT);
    assertThat(refused(() -> alone("<!DOCTYPE html>\n<html><body>503</body></html>\n")))
        .hasMessageContaining("is a web page");
    assertThat(refused(() -> read(new byte[0], bytes(END))).reason()).isEqualTo(Reason.EMPTY_FILE);
  }

  @Test
  void shouldRefuseCommentsThatAreNone() {
    String row = entity("1", "X", "XBT " + XBT);

    assertThat(refused(() -> read(row, "<html>\n<body>503</body>\n")))
        .hasMessageStartingWith("sdn_comments.csv:1: not a line of sdn_comments.csv");
    assertThat(refused(() -> read(row, "1,\"cut o"))).hasMessageStartingWith("sdn_comments.csv:");
    assertThat(refused(() -> read(row, "1,-0-")))
        .hasMessageStartingWith("sdn_comments.csv: does not end with its last line");
    assertThat(refused(() -> read(bytes(row), "1,\"\u00e9.\"\r\n".getBytes(ISO_8859_1))))
        .hasMessage("sdn_comments.csv: is not UTF-8. Fetch the file again.");
  }

  @Test
  void shouldNameBothFilesAndTheirHashes() throws Exception {
    byte[] main = Fixtures.bytes("identity-sdn.csv");
    byte[] comments = Fixtures.bytes("identity-sdn_comments.csv");

    assertThat(read(main, comments).source().sha256()).isEqualTo(sha256(main));
    assertThat(read(main, comments).source().uri())
        .isEqualTo("sdn.csv with sdn_comments.csv (SHA-256 " + sha256(comments) + ")");
  }

  @Test
  void shouldKnowTheFileByItsFirstRow() throws Exception {
    OfacSdnCsv format = new OfacSdnCsv();

    assertThat(format.recognises(Fixtures.text("identity-sdn.csv"))).isTrue();
    assertThat(format.recognises(entity("1", "X", "XBT " + XBT))).isTrue();
    assertThat(format.recognises(Fixtures.text("identity-sdn_comments.csv"))).isFalse();
    assertThat(format.recognises(Fixtures.text("small.csv"))).isFalse();
    assertThat(format.recognises("1,\"X\"")).isFalse();
  }

  private static String entity(String uid, String name, String labelled) {
    return row(
        uid + ",\"" + name + "\",-0- ,\"SDGT\"",
        "\"Digital Currency Address - " + labelled + ".\"");
  }

  private static String row(String first, String remark) {
    return first + NONE + remark + "\r\n";
  }

  private static String cutRow(String uid, String start) {
    return filled(uid, "Digital Currency Address - XBT " + start);
  }

  /** A row whose remark fills its field and ends like this. */
  private static String filled(String uid, String end) {
    String statement = end.startsWith("XBT") ? "Digital Currency Address - " + end : end;
    String filler = "w".repeat(1000 - statement.length() - "Website ; ".length());
    return row(uid + ",\"X\",-0- ,\"SDGT\"", "\"Website " + filler + "; " + statement + "\"");
  }

  private static List<String> addresses(Publication publication) {
    return publication.listings().stream()
        .filter(listing -> listing.derivation().isEmpty())
        .map(Listing::address)
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Publication alone(String rows) throws IOException, ListRefused {
    return Fixtures.read(new OfacSdnCsv(), Fixtures.SDN, "sdn.csv", (rows + END).getBytes(UTF_8));
  }

  private static Publication read(String rows, String comments) throws IOException, ListRefused {
    return read((rows + END).getBytes(UTF_8), comments.getBytes(UTF_8));
  }

  private static Publication read(byte[] rows, byte[] comments) throws IOException, ListRefused {
    return new ListReader(new OfacSdnCsv(), Fixtures.SDN, Optional.empty())
        .read(
            "sdn.csv",
            new ByteArrayInputStream(rows),
            new Companion("sdn_comments.csv", new ByteArrayInputStream(comments)));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
