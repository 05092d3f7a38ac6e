package io.weir.lists;

import static io.weir.lists.Fixtures.sdn;
import static io.weir.lists.Fixtures.sdnText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.address.AddressKey;
import io.weir.domain.Ids;
import io.weir.domain.Listing;
import io.weir.lists.Notice.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfacSdnXmlTest {
  private static final AddressKey RONIN =
      AddressKey.parse("account:098b716b8aaf21512996dc57eb0615e2383e2f96");

  @Test
  void shouldReadAnEntryAsPublished() throws Exception {
    Listing listing = onlyListing(sdn("sdn-small.xml"), RONIN);

    assertThat(listing.listingId()).isEqualTo(Ids.listing("OFAC", "SDN", "100", RONIN));
    assertThat(listing.authority()).isEqualTo("OFAC");
    assertThat(listing.list()).isEqualTo("SDN");
    assertThat(listing.entryId()).isEqualTo("100");
    assertThat(listing.name()).isEqualTo("FIRST & SONS");
    assertThat(listing.programs()).containsExactly("CYBER2", "DPRK3");
    assertThat(listing.address()).isEqualTo("0x098B716B8Aaf21512996dC57EB0615e2383E2f96");
    assertThat(listing.listedOn()).isEmpty();
    assertThat(listing.derivation()).isEmpty();
    assertThat(listing.source().uri()).isEqualTo("sdn-small.xml");
    assertThat(listing.source().publishedOn()).contains(LocalDate.of(2026, 3, 7));
  }

  @Test
  void shouldCollapseRepeatsAndJoinTheAssetsOfOneEntry() throws Exception {
    assertThat(onlyListing(sdn("sdn-small.xml"), RONIN).assetLabel()).isEqualTo("BSC/ETH");
  }

  @Test
  void shouldKeepBothEntriesThatNameOneAddress() throws Exception {
    Publication publication = sdn("sdn-small.xml");

    AddressKey shared = keyOf(publication, "1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL");
    assertThat(publication.rows().get(shared))
        .extracting(Listing::entryId, Listing::name)
        .containsExactlyInAnyOrder(tuple("200", "Second PERSON"), tuple("300", "THIRD"));
  }

  @Test
  void shouldDeriveTheWrappedSegwitAddressOfAListedKey() throws Exception {
    Publication publication = sdn("sdn-small.xml");

    AddressKey shared = keyOf(publication, "1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL");
    AddressKey derived = shared.wrappedSegwit().orElseThrow();
    assertThat(publication.rows().get(derived))
        .extracting(Listing::listingId, Listing::address, Listing::derivation)
        .containsExactlyInAnyOrder(
            tuple(
                Ids.listing("OFAC", "SDN", "200", derived),
                "1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL",
                Optional.of("p2sh-p2wpkh")),
            tuple(
                Ids.listing("OFAC", "SDN", "300", derived),
                "1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL",
                Optional.of("p2sh-p2wpkh")));
  }

  @Test
  void shouldPreferThePublishedAddressWhenItIsAlsoTheDerivedOne() throws Exception {
    Publication publication = sdn("sdn-small.xml");

    AddressKey wrapped = keyOf(publication, "3JvL6Ymt8MVWiCNHC7oWU6nLeHNJKLZGLN");
    assertThat(onlyListing(publication, wrapped).derivation()).isEmpty();
  }

  @Test
  void shouldSayWhenOneEntryListsTwoAddressesOfOneKey() throws Exception {
    Publication publication = sdn("sdn-small.xml");

    AddressKey key = keyOf(publication, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
    assertThat(publication.rows().get(key)).hasSize(1);
    assertThat(publication.notices())
        .filteredOn(notice -> notice.entryId().equals("500"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.effect()).isEqualTo(Effect.LOADED))
        .satisfies(notice -> assertThat(notice.reason()).contains("the same key controls"));
  }

  @Test
  void shouldKeepAnInvalidAddressAsTextAndReportIt() throws Exception {
    String monero = "5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320";
    Publication publication = sdn("sdn-small.xml");

    assertThat(onlyListing(publication, AddressKey.text(monero)).entryId()).isEqualTo("300");
    assertThat(publication.skipped())
        .extracting("line", "entryId", "text")
        .containsExactly(
            // Filed under a tax number.
            tuple(19, "", "0x1111111111111111111111111111111111111111"),
            tuple(80, "300", monero),
            tuple(85, "300", ""));
    assertThat(publication.notices())
        .filteredOn(notice -> notice.effect() == Effect.LEFT_OUT)
        .extracting(Notice::line)
        .containsExactly(19, 85);
  }

  @Test
  void shouldCountEntriesAndAddresses() throws Exception {
    Publication publication = sdn("sdn-small.xml");

    // Entries 100, 200, 300 and 500; 400 names no address.
    assertThat(publication.entries()).isEqualTo(4);
    // One EVM, one of two entries, one Tron, one text, one key in two forms, one wrapped.
    assertThat(publication.addresses()).isEqualTo(6);
  }

  @Test
  void shouldReportWhenTheFileHoldsLessThanItSays() throws Exception {
    assertThat(sdn("sdn-small.xml").notices())
        .extracting(Notice::reason)
        .contains("The file says it has 6 entries and has 5.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdn-old-namespace.xml", "sdn-prefixed.xml"})
  void shouldReadEveryNamespace(String fixture) throws Exception {
    Publication publication = sdn(fixture);

    assertThat(onlyListing(publication, RONIN).name()).isEqualTo("LAZARUS GROUP");
    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2024, 5, 3));
    assertThat(publication.notices()).isEmpty();
  }

  @Test
  void shouldLoadAnEntryWithoutUidAndSaySo() throws Exception {
    Publication publication =
        sdnText(Fixtures.text("sdn-old-namespace.xml").replace("<uid>27307</uid>", ""));

    assertThat(onlyListing(publication, RONIN).entryId()).isEmpty();
    assertThat(publication.notices())
        .extracting(Notice::reason)
        .containsExactly("The entry has no uid; loaded without one.");
  }

  @Test
  void shouldReadALabelOfAnyWordAndNone() throws Exception {
    String none =
        Fixtures.text("sdn-old-namespace.xml")
            .replace("Digital Currency Address - ETH", "Digital Currency Address");

    assertThat(onlyListing(sdnText(none), RONIN).assetLabel()).isEmpty();
    assertThat(sdn("sdn-small.xml").listings()).extracting(Listing::assetLabel).contains("NEWCOIN");
  }

  private static AddressKey keyOf(Publication publication, String address) {
    return publication.rows().entrySet().stream()
        .filter(
            row ->
                row.getValue().stream()
                    .anyMatch(
                        listing ->
                            listing.address().equals(address) && listing.derivation().isEmpty()))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static Listing onlyListing(Publication publication, AddressKey key) {
    List<Listing> row = publication.rows().getOrDefault(key, List.of());
    assertThat(row).as("listings of %s", key).hasSize(1);
    return row.get(0);
  }
}
