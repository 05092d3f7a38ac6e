package io.weir.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.address.AddressKey.Kind;
import io.weir.domain.Listing;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real files, and the demo's. The numbers in the comments come from other tools. */
class PublishedListsTest {
  private static final String DEMO = "/io/weir/demo/sdn-dprk.xml";

  @Test
  void shouldReadOfacsOwnFileWhole() throws Exception {
    Publication publication =
        Fixtures.read(
            new OfacSdnXml(),
            Fixtures.SDN,
            "sdn.xml",
            Fixtures.published("ofac-sdn-excerpt-2026-09-23.xml"));

    // grep -c 'Digital Currency Address' FILE gives 65; the numbers that follow, sorted, are 65.
    assertThat(publication.addresses()).isEqualTo(65);
    // grep -c '<sdnEntry>' gives 4, one of them without a wallet.
    assertThat(publication.entries()).isEqualTo(3);
    // By entry, counted by hand: Lazarus 8, Cheil 53, Wang 4.
    assertThat(
            publication.listings().stream()
                .filter(listing -> listing.derivation().isEmpty())
                .collect(Collectors.groupingBy(Listing::name, Collectors.counting())))
        .containsOnly(
            entry("LAZARUS GROUP", 8L),
            entry("CHEIL CREDIT BANK", 53L),
            entry("Mingming WANG", 4L));
    // Only 1MLPqwaFFUBZePTjpR3nxRoK19Cv9mPCc7 is the hash of a public key.
    assertThat(publication.listings())
        .filteredOn(listing -> listing.derivation().isPresent())
        .extracting(Listing::address)
        .containsExactly("1MLPqwaFFUBZePTjpR3nxRoK19Cv9mPCc7");
    assertThat(publication.skipped()).isEmpty();
    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2026, 9, 23));
    // sha256sum FILE
    assertThat(publication.source().sha256())
        .isEqualTo("c5f17472524ab956dad7967e39e3ba2d6a559d5367c75fe7e432b9dac555b002");
  }

  @Test
  void shouldFileATronAddressByWhatItIsAndNotByItsLabel() throws Exception {
    Publication publication =
        Fixtures.read(
            new OfacSdnXml(),
            Fixtures.SDN,
            "sdn.xml",
            Fixtures.published("ofac-sdn-excerpt-2026-09-23.xml"));

    assertThat(publication.rows())
        .anySatisfy(
            (key, row) -> {
              assertThat(key.kind()).isEqualTo(Kind.ACCOUNT);
              assertThat(row)
                  .extracting(Listing::address, Listing::assetLabel)
                  .containsExactly(tuple("TUCsTq7TofTCJRRoHk6RvhMoS2mJLm5Yzq", "XBT"));
            });
  }

  @Test
  void shouldHashTheWholeFileAlthoughParsersCloseWhatTheyRead() throws Exception {
    for (String fixture : List.of("/fixtures/lists/sdn-small.xml", "/fixtures/lists/small.csv")) {
      ListFormat format = fixture.endsWith("csv") ? new WeirCsv() : new OfacSdnXml();
      try (InputStream file = PublishedListsTest.class.getResourceAsStream(fixture)) {
        Publication publication =
            new ListReader(format, Fixtures.KOREA, Optional.empty()).read(fixture, file);

        assertThat(publication.source().sha256())
            .isEqualTo(
                HexFormat.of()
                    .formatHex(
                        MessageDigest.getInstance("SHA-256").digest(Fixtures.resource(fixture))));
      }
    }
  }

  @Test
  void shouldReadTheDemosListWithoutAFlaw() throws Exception {
    Publication publication =
        Fixtures.read(new OfacSdnXml(), Fixtures.SDN, "sdn-dprk.xml", Fixtures.resource(DEMO));

    assertThat(publication.notices()).isEmpty();
    assertThat(publication.entries()).isEqualTo(10);
    // grep -o '<idNumber>[^<]*' FILE | sort -u | wc -l gives 114.
    assertThat(publication.addresses()).isEqualTo(114);
    assertThat(publication.source().publishedOn()).contains(LocalDate.of(2025, 11, 4));
    assertThat(publication.rows().keySet())
        .extracting(key -> key.kind())
        .contains(Kind.ACCOUNT, Kind.PUBKEYHASH, Kind.SCRIPTHASH, Kind.WITNESS)
        .doesNotContain(Kind.TEXT);
  }
}
