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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IlNbctfCsvTest {
  private static final ListId NBCTF = new ListId("IL", "NBCTF");

  @Test
  void shouldFileAddressesUnderTheirOrder() throws Exception {
    assertThat(il().listings())
        .filteredOn(listing -> listing.derivation().isEmpty())
        .extracting(Listing::entryId, Listing::name, Listing::address, Listing::assetLabel)
        .containsExactlyInAnyOrder(
            tuple("18/26", "צ.ת 18/26", "TWB9xgNG9nmJuwW4etsQEb9RRnrnVnoNnJ", ""),
            tuple("51/25", "צ.ת 51/25", "TTwkQ4kMYGzWLgwr7YyWH8RQxqyzWjbvnp", ""),
            tuple("19/23", "צ.ת 19/23", "0xc8fe1c81e927540fcc99ebb3c880a840082293da", ""),
            tuple("19/23", "צ.ת 19/23", "TR2nTb64cQMx6tqFwisoC6o7barFWHhPiw", ""),
            tuple("2/24", "מצטפא עיאש", "TH96tFMn8KGiYSLiwcV3E2UiaJc8jmcbz3", ""),
            tuple("44/21", "TAREQ ALLA", "1Lm9BCDUKoBUk888DCXewM5p8bJyr83cEp", "BTC"),
            tuple("44/21", "צ.ת 44/21", "rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh", "XRP"),
            tuple("44/21", "צ.ת 44/21", "binanceiost", "IOST"),
            tuple("44/21", "צ.ת 44/21", "12154055877559948854L", "LSK"),
            tuple("44/21", "אנונימי", "18yzhmcgHtRVoEX3doCrqhiS6fFU1dHFUE", "BTC"),
            tuple("44/21", "צ.ת 44/21", "TRU6fdxpMMDdEykV1fPvcqtMNRLeyw6YmX", "USDT"),
            tuple("44/21", "צ.ת 44/21", "0x175d44451403edf28469df03a9280c1197adb92с", "ETH"));
    assertThat(il().listings())
        .filteredOn(listing -> listing.entryId().equals("2/24"))
        .extracting(Listing::programs, Listing::listedOn)
        .containsExactly(tuple(List.of("צ.ת 2/24"), Optional.empty()));
  }

  @Test
  void shouldQuoteTheCellWhereTheAddressIsNotAllOfIt() throws Exception {
    assertThat(il().listings())
        .filteredOn(
            listing -> listing.derivation().isEmpty() && listing.publishedText().isPresent())
        .extracting(Listing::address, listing -> listing.publishedText().get())
        .containsExactlyInAnyOrder(
            tuple(
                "0xc8fe1c81e927540fcc99ebb3c880a840082293da",
                "0xc8fe1c81e927540fcc99ebb3c880a840082293da, TR2nTb64cQMx6tqFwisoC6o7barFWHhPiw"),
            tuple(
                "TR2nTb64cQMx6tqFwisoC6o7barFWHhPiw",
                "0xc8fe1c81e927540fcc99ebb3c880a840082293da, TR2nTb64cQMx6tqFwisoC6o7barFWHhPiw"),
            tuple("TH96tFMn8KGiYSLiwcV3E2UiaJc8jmcbz3", "TН96tFMn8KGiYSLiwсV3E2UiaJc8jmcbz3"),
            tuple(
                "rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh",
                "rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh (Address tag 102334770)*"),
            tuple("binanceiost", "binanceiost (Address tag 100343788) *"),
            tuple("18yzhmcgHtRVoEX3doCrqhiS6fFU1dHFUE", "18yzhmcgHtRVoEX3doCrqhis6fFU1dHFUE"));
  }

  @Test
  void shouldReportWhatIsNoAddressOrADifferentOne() throws Exception {
    String number =
        "A number without letters is an account at an exchange or a telephone, not an address.";
    assertThat(il().notices())
        .extracting(Notice::line, Notice::entryId, Notice::text, Notice::effect, Notice::reason)
        .containsExactly(
            tuple(7, "34/23", "118828372", Effect.LEFT_OUT, number),
            tuple(8, "34/23", "905360647607", Effect.LEFT_OUT, number),
            tuple(
                15,
                "2/24",
                "TН96tFMn8KGiYSLiwсV3E2UiaJc8jmcbz3",
                Effect.REPAIRED,
                "Published with U+041D for H at character 2, U+0441 for c at character 18; loaded"
                    + " as TH96tFMn8KGiYSLiwcV3E2UiaJc8jmcbz3, whose checksum holds."),
            tuple(
                19,
                "44/21",
                "binanceiost",
                Effect.KEPT_AS_TEXT,
                "Not an address of a kind Weir decodes, compared as text: 8 bytes are too few for"
                    + " an address"),
            tuple(
                20,
                "44/21",
                "12154055877559948854L",
                Effect.KEPT_AS_TEXT,
                "Not an address of a kind Weir decodes, compared as text: The bech32 checksum"
                    + " fails"),
            tuple(21, "44/21", "USDT", Effect.LEFT_OUT, "The row names an asset and no address."),
            tuple(
                22,
                "44/21",
                "18yzhmcgHtRVoEX3doCrqhis6fFU1dHFUE",
                Effect.REPAIRED,
                "Published with the letter at character 24 in the wrong case; loaded as"
                    + " 18yzhmcgHtRVoEX3doCrqhiS6fFU1dHFUE, whose checksum holds."),
            tuple(
                24,
                "44/21",
                "TRU6fdxpMMDdEykV1fPvcqtMNRLeyw6YmX",
                Effect.KEPT_AS_TEXT,
                "Not an address of a kind Weir decodes, compared as text: The text looks like"
                    + " base58check, but its checksum fails"),
            tuple(
                25,
                "44/21",
                "0x175d44451403edf28469df03a9280c1197adb92с",
                Effect.LOADED,
                "With U+0441 for c at character 42 it reads"
                    + " 0x175d44451403edf28469df03a9280c1197adb92c."),
            tuple(
                25,
                "44/21",
                "0x175d44451403edf28469df03a9280c1197adb92с",
                Effect.KEPT_AS_TEXT,
                "Not an address of a kind Weir decodes, compared as text: U+0441 at character 42 is"
                    + " not a hexadecimal digit"));
  }

  @Test
  void shouldCountOrdersAsEntries() throws Exception {
    assertThat(il().entriesRead()).isEqualTo(6);
    assertThat(il().entries()).isEqualTo(5);
    assertThat(il().addresses()).isEqualTo(12);
    assertThat(il().source().publishedOn()).isEmpty();
  }

  @Test
  void shouldKeepListingIdsWhenRowsMoveAndNamesAreFilledIn() throws Exception {
    String moved =
        Fixtures.text("il-small.csv")
            .replace("צ.ת 18/26\n,,,,TWB9xgNG9nmJuwW4etsQEb9RRnrnVnoNnJ,\n", "")
            .replace(
                "צ.ת 51/25,\n",
                "צ.ת 51/25,,,,,\n,,,,TJTfTa6xh2gStckJ3RjEiNYfg8Dosd9GjW,\nNAME,12,,,")
            .replace("NAME,12,,,,,,,T", "NAME,12,,,T");
    String whole = moved + "צ.ת 18/26\n,,,,TWB9xgNG9nmJuwW4etsQEb9RRnrnVnoNnJ,TRX\n";

    assertThat(read(whole).listings())
        .extracting(Listing::listingId)
        .containsAll(il().listings().stream().map(Listing::listingId).toList());
    assertThat(read(whole).addresses()).isEqualTo(13);
  }

  @Test
  void shouldLoadOnlyWhatIsProvedFromARowThatLostItsQuotes() throws Exception {
    String unquoted = Fixtures.text("il-small.csv").replace("\"0x", "0x").replace("Piw\"", "Piw");

    Publication publication = read(unquoted);

    assertThat(publication.addresses()).isEqualTo(il().addresses());
    assertThat(publication.notices())
        .contains(
            new Notice(
                13,
                "19/23",
                ",,,,0xc8fe1c81e927540fcc99ebb3c880a840082293da,"
                    + " TR2nTb64cQMx6tqFwisoC6o7barFWHhPiw,",
                Effect.LEFT_OUT,
                "The row has not as many values as the header has columns; loaded is only what is proved"
                    + " to be an address."));
  }

  @Test
  void shouldRefuseAFileWithoutItsHeader() throws Exception {
    String headless = Fixtures.text("il-small.csv").replace("מטבע", "סכום");

    assertRefused(
        () -> read(headless),
        Reason.BAD_HEADER,
        "il.csv:1: column 'מטבע' is missing. The header row must name שם מלא, מספר זיהוי הארנק and"
            + " מטבע.");
    assertThat(refused(() -> read("\n")).reason()).isEqualTo(Reason.BAD_HEADER);
    assertThat(refused(() -> read("")).reason()).isEqualTo(Reason.EMPTY_FILE);
  }

  private static Publication il() throws IOException, ListRefused {
    return read(Fixtures.text("il-small.csv"));
  }

  private static Publication read(String text) throws IOException, ListRefused {
    return Fixtures.read(new IlNbctfCsv(), NBCTF, "il.csv", text.getBytes(UTF_8));
  }
}
