package io.weir.lists;

import static io.weir.lists.RefusedFilesTest.refused;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.address.AddressKey.Kind;
import io.weir.domain.Listing;
import io.weir.lists.ListRefused.Reason;
import io.weir.lists.Notice.Effect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * OFAC's own {@code sdn.csv} of 3 May 2024 with an {@code sdn_comments.csv} of 2025. The numbers
 * come from a script in another language, which reads both files with a CSV library, joins remarks
 * of 1000 characters with their comments, finds {@code Digital Currency Address - (\S+) ([^\s;]+)}
 * in them, and decodes base58, bech32 and cashaddr by code of its own.
 */
class PublishedOfacCsvTest {
  private static final String MAIN = "ofac-sdn-2024-05-03.csv";
  private static final String COMMENTS = "ofac-sdn_comments-2025-02.csv";

  @Test
  void shouldReadBothFilesWhole() throws Exception {
    Publication publication = both();

    assertThat(publication.entriesRead()).isEqualTo(14_965);
    assertThat(publication.entries()).isEqualTo(55);
    // 602 ids, of which 295 begin in sdn.csv itself; 586 distinct texts, two of them of one key.
    assertThat(publication.addresses()).isEqualTo(585);
    // Two addresses stand under two entries each.
    assertThat(published(publication)).hasSize(587);
    assertThat(publication.listings()).hasSize(587 + 248);
  }

  @Test
  void shouldReadEveryKindOfAddress() throws Exception {
    Publication publication = both();

    assertThat(
            publication.rows().entrySet().stream()
                .filter(
                    row ->
                        row.getValue().stream().anyMatch(listing -> listing.derivation().isEmpty()))
                .collect(groupingBy(row -> row.getKey().kind(), counting())))
        .containsOnly(
            entry(Kind.ACCOUNT, 168L),
            entry(Kind.PUBKEYHASH, 246L),
            entry(Kind.SCRIPTHASH, 160L),
            entry(Kind.WITNESS, 8L),
            entry(Kind.TEXT, 3L));
  }

  @Test
  void shouldJoinTheLongRemarks() throws Exception {
    // Without the comments the five would have 12, 12, 11, 12 and 13.
    assertThat(published(both()).stream().collect(groupingBy(Listing::name, counting())))
        .contains(
            entry("HYDRA MARKET", 117L),
            entry("TORNADO CASH", 90L),
            entry("BLENDER.IO", 45L),
            entry("Matthew Simon GRIMM", 40L),
            entry("CHATEX", 29L));
  }

  @Test
  void shouldReportWhatIsOddAndNothingElse() throws Exception {
    assertThat(both().notices())
        .extracting(Notice::line, Notice::entryId, Notice::effect)
        .containsExactly(
            // Entries designated between the two dates; the second has 37 addresses.
            tuple(0, "17016", Effect.LEFT_OUT),
            tuple(0, "43421", Effect.LEFT_OUT),
            // 64 hex digits filed under Monero, and two addresses of Monero.
            tuple(7485, "29585", Effect.KEPT_AS_TEXT),
            tuple(8004, "31212", Effect.KEPT_AS_TEXT),
            tuple(8004, "31212", Effect.KEPT_AS_TEXT),
            // A remark of 947 characters, which grew before 2025.
            tuple(8906, "34682", Effect.LOADED),
            // One key in Tron's spelling and in Ethereum's.
            tuple(14_101, "47635", Effect.LOADED));
  }

  @Test
  void shouldRefuseTheMainFileAlone() throws Exception {
    byte[] main = Fixtures.published(MAIN);

    // Eighteen remarks have 1000 characters, 16 of them with addresses; this is the first.
    assertThat(refused(() -> Fixtures.read(new OfacSdnCsv(), Fixtures.SDN, "sdn.csv", main)))
        .hasMessageStartingWith(
            "sdn.csv:3342: the remarks of entry 17018 are cut at 1000 characters")
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.INCOMPLETE));
  }

  private static List<Listing> published(Publication publication) {
    return publication.listings().stream()
        .filter(listing -> listing.derivation().isEmpty())
        .toList();
  }

  private static Publication both() throws IOException, ListRefused {
    return new ListReader(new OfacSdnCsv(), Fixtures.SDN, Optional.empty())
        .read(
            "sdn.csv",
            new ByteArrayInputStream(Fixtures.published(MAIN)),
            new Companion(
                "sdn_comments.csv", new ByteArrayInputStream(Fixtures.published(COMMENTS))));
  }
}
