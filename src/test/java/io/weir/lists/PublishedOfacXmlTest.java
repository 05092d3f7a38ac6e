package io.weir.lists;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.address.AddressKey.Kind;
import io.weir.domain.Listing;
import io.weir.domain.Source;
import io.weir.lists.Notice.Effect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Entries of OFAC's own {@code sdn.xml} of 2026, alone and beside its {@code sdn.csv} of 2024. */
class PublishedOfacXmlTest {
  private static final Source ANY = new Source("", "", Optional.empty());

  @Test
  void shouldReadEveryKindOfAddress() throws Exception {
    // grep -A1 'Digital Currency' FILE | grep -o '<idNumber>..' | sort | uniq -c gives 9 of 0x, 54
    // of T and a capital or digit, and one each of 1M and 3H.
    assertThat(
            xml().rows().entrySet().stream()
                .filter(
                    row ->
                        row.getValue().stream().anyMatch(listing -> listing.derivation().isEmpty()))
                .collect(groupingBy(row -> row.getKey().kind(), counting())))
        .containsOnly(
            entry(Kind.ACCOUNT, 63L), entry(Kind.PUBKEYHASH, 1L), entry(Kind.SCRIPTHASH, 1L));
  }

  @Test
  void shouldReportThatItIsAnExcerptAndNothingElse() throws Exception {
    assertThat(xml().entriesRead()).isEqualTo(4);
    assertThat(xml().notices())
        .extracting(Notice::line, Notice::effect, Notice::reason)
        .containsExactly(tuple(0, Effect.LOADED, "The file says it has 19391 entries and has 4."));
  }

  @Test
  void shouldGiveTheSameListingsAsTheCsvOfTwoYearsBefore() throws Exception {
    List<Listing> lazarus = of(xml(), "27307");

    assertThat(lazarus).hasSize(8).isEqualTo(of(csv(), "27307"));
    // grep -c '<aka>' in the entry gives 11, all weak.
    assertThat(lazarus.get(0).aliases()).hasSize(11).contains("APPLEWORM", "WHOIS HACKING TEAM");
    // Four and the wrapped segwit address of one.
    assertThat(of(xml(), "45404")).hasSize(5).isEqualTo(of(csv(), "45404"));
  }

  private static List<Listing> of(Publication publication, String entryId) {
    return publication.listings().stream()
        .filter(listing -> listing.entryId().equals(entryId))
        .map(listing -> listing.withSource(ANY))
        .toList();
  }

  private static Publication xml() throws IOException, ListRefused {
    return Fixtures.read(
        new OfacSdnXml(),
        Fixtures.SDN,
        "sdn.xml",
        Fixtures.published("ofac-sdn-excerpt-2026-09-23.xml"));
  }

  private static Publication csv() throws IOException, ListRefused {
    return new ListReader(new OfacSdnCsv(), Fixtures.SDN, Optional.empty())
        .read(
            "sdn.csv",
            new ByteArrayInputStream(Fixtures.published("ofac-sdn-2024-05-03.csv")),
            new Companion(
                "sdn_comments.csv",
                new ByteArrayInputStream(Fixtures.published("ofac-sdn_comments-2025-02.csv"))));
  }
}
