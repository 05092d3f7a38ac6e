package io.weir.lists;

import static io.weir.lists.RefusedFilesTest.assertRefused;
import static io.weir.lists.RefusedFilesTest.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.domain.Listing;
import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenSanctionsFtmTest {
  private static final String FIXTURE = "entities.ftm.json";
  private static final String ETH = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";

  private static final String WALLET =
      "{\"id\":\"w\",\"schema\":\"CryptoWallet\",\"properties\":{\"publicKey\":[\""
          + ETH
          + "\"],\"topics\":[\"sanction\"]}}\n";

  @Test
  void shouldReadAWalletAndItsHolderWhereverTheyStand() throws Exception {
    Listing listing = listing(whole(), "NK-wallet-1");

    assertThat(listing.authority()).isEqualTo("OPENSANCTIONS");
    assertThat(listing.list()).isEqualTo("DEFAULT");
    assertThat(listing.name()).isEqualTo("Lazarus Group");
    assertThat(listing.aliases())
        .containsExactly("APPLEWORM", "HIDDEN COBRA", "LAZARUS GROUP", "라자루스 그룹");
    assertThat(listing.programs())
        .containsExactly("US-DPRK", "kr_mofa", "ransomwhere", "us_ofac_sdn");
    assertThat(listing.address()).isEqualTo(ETH);
    assertThat(listing.assetLabel()).isEqualTo("ETH");
    assertThat(listing.listedOn()).contains(LocalDate.of(2019, 9, 13));
  }

  @Test
  void shouldListWhatIsSanctionedItselfOrByItsHolder() throws Exception {
    assertThat(published(whole()))
        .extracting(Listing::entryId, Listing::name, Listing::assetLabel)
        .containsExactlyInAnyOrder(
            tuple("NK-wallet-1", "Lazarus Group", "ETH"),
            tuple("NK-wallet-2", "VALERIAN LABS, INC.", "ETH/USDT"),
            tuple("il-wallet-3", "TUCsTq7TofTCJRRoHk6RvhMoS2mJLm5Yzq", "USDT"),
            tuple("il-wallet-5", "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", ""),
            tuple("NK-wallet-9", "Example", "XMR"));
  }

  @Test
  void shouldTakeProgramsAndDateFromASanctionAboutTheWallet() throws Exception {
    Listing listing = listing(whole(), "il-wallet-3");

    assertThat(listing.programs()).containsExactly("ASO 1/24", "il_mod_crypto");
    assertThat(listing.listedOn()).contains(LocalDate.of(2024, 2, 1));
  }

  @Test
  void shouldCountWhatIsLeftOutOncePerReason() throws Exception {
    assertThat(whole().notices())
        .filteredOn(notice -> notice.effect() == Effect.LEFT_OUT)
        .extracting(Notice::line, Notice::text, Notice::reason)
        .containsExactlyInAnyOrder(
            // The sanction on the first ended before the day the file was made.
            tuple(
                0,
                "il-wallet-4, NK-wallet-6",
                "Wallets that are not sanctioned, nor their holders: 2."),
            tuple(
                0,
                "NK-wallet-7",
                "Wallets that are not sanctioned, of holders that are not in the file: 1."),
            tuple(
                0,
                "il-wallet-8",
                "Sanctioned wallets without an address, such as accounts at an exchange: 1."),
            tuple(0, "line 19", "Objects without id or schema: 1."));
  }

  @Test
  void shouldTakeTheDayAnEntityWasLastSeenForItsDate() throws Exception {
    Publication publication = whole();

    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2026, 1, 15));
    // wc -l FILE
    assertThat(publication.entriesRead()).isEqualTo(19);
  }

  @Test
  void shouldTakeNoSanctionForLiftedInAFileWithoutDate() throws Exception {
    Publication publication = read(text().replace("\"last_seen\"", "\"seen\""));

    assertThat(publication.source().publishedOn()).isEmpty();
    assertThat(listing(publication, "il-wallet-4").address())
        .isEqualTo("1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL");
  }

  @Test
  void shouldKeepWhatIsNoAddressAsTextAndReportIt() throws Exception {
    assertThat(whole().notices())
        .filteredOn(notice -> notice.effect() == Effect.KEPT_AS_TEXT)
        .extracting(Notice::line, Notice::entryId)
        .containsExactly(tuple(17, "NK-wallet-9"));
  }

  @Test
  void shouldNotTellAThousandWalletsOneByOne() throws Exception {
    StringBuilder lines = new StringBuilder(WALLET);
    IntStream.range(0, 1000)
        .forEach(
            i -> lines.append(WALLET.replace("\"w\"", "\"w" + i + "\"").replace("sanction", "x")));

    assertThat(read(lines.toString()).notices())
        .extracting(Notice::text, Notice::reason)
        .containsExactly(
            tuple("w0, w1, w2, …", "Wallets that are not sanctioned, nor their holders: 1000."));
  }

  @Test
  void shouldSayOnWhichLineTheJsonIsBroken() {
    assertRefused(
        () -> read(WALLET + WALLET.replace("\"id\":", "\"id\"") + WALLET),
        Reason.MALFORMED,
        "entities.ftm.json:2: not readable as JSON: Unexpected character ('\"' (code 34)): was"
            + " expecting a colon to separate field name and value. Fetch the file again.");
  }

  @Test
  void shouldRefuseAFileThatWasCutOff() throws Exception {
    byte[] file = Fixtures.bytes(FIXTURE);
    String text = new String(file, UTF_8);

    // Between two lines nothing tells.
    IntStream.iterate(1, length -> length < text.length(), length -> length + 37)
        .filter(length -> text.charAt(length - 1) != '\n' && text.charAt(length) != '\n')
        .forEach(
            length ->
                assertThat(refused(() -> read(text.substring(0, length))).reason())
                    .as(text.substring(0, length))
                    .isEqualTo(Reason.TRUNCATED));
  }

  @Test
  void shouldRefuseEntitiesWithinEntities() {
    assertRefused(
        () -> read(WALLET + WALLET.replace("[\"sanction\"]", "[{\"id\":\"x\"}]")),
        Reason.NOT_THIS_FORMAT,
        "entities.ftm.json:2: holds entities within entities, as targets.nested.json does. Fetch"
            + " entities.ftm.json.");
    assertThat(refused(() -> read(WALLET.replace("\"topics\":[", "\"cryptoWallets\":[{},"))))
        .hasMessageContaining("holds entities within entities");
  }

  @Test
  void shouldTellOtherFilesFromFollowTheMoney() {
    assertThat(refused(() -> read("[1, 2]")).reason()).isEqualTo(Reason.NOT_THIS_FORMAT);
    assertThat(refused(() -> read("{\"result\": []}")).reason()).isEqualTo(Reason.NOT_THIS_FORMAT);
    assertThat(refused(() -> read("\n")).reason()).isEqualTo(Reason.NOT_THIS_FORMAT);
    assertThat(refused(() -> read("<html><body>503</body></html>")))
        .hasMessageContaining("is a web page");
    assertThat(refused(() -> read("")).reason()).isEqualTo(Reason.EMPTY_FILE);
  }

  @Test
  void shouldRefuseWhatNoEntityHas() {
    assertThat(refused(() -> read(WALLET.replace("\"w\"", "\"" + "w".repeat(2_000_000) + "\""))))
        .hasMessageStartingWith("entities.ftm.json:1: a value of more than 1048576 characters")
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
    assertThat(refused(() -> read(WALLET.replace("\"w\"", "[".repeat(100_000)))).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void shouldBeKnownByItsFirstLine() throws Exception {
    assertThat(
            ListFormats.guess(
                    new BufferedInputStream(new ByteArrayInputStream(Fixtures.bytes(FIXTURE))))
                .map(ListFormat::id))
        .contains("opensanctions-ftm");
  }

  private static List<Listing> published(Publication publication) {
    return publication.listings().stream()
        .filter(listing -> listing.derivation().isEmpty())
        .toList();
  }

  private static Listing listing(Publication publication, String entryId) {
    return published(publication).stream()
        .filter(listing -> listing.entryId().equals(entryId))
        .findFirst()
        .orElseThrow();
  }

  private static String text() throws IOException {
    return Fixtures.text(FIXTURE);
  }

  private static Publication whole() throws IOException, ListRefused {
    return read(text());
  }

  private static Publication read(String text) throws IOException, ListRefused {
    OpenSanctionsFtm format = new OpenSanctionsFtm();
    return Fixtures.read(format, format.onlyList().orElseThrow(), FIXTURE, text.getBytes(UTF_8));
  }
}
