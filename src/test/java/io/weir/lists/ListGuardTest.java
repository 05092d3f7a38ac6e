package io.weir.lists;

import static io.weir.lists.RefusedFilesTest.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.AddressKey;
import io.weir.domain.ListManifest;
import io.weir.domain.Retrieval;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Source;
import io.weir.lists.ListRefused.Reason;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListGuardTest {
  private static final String HEADER = "entry_id,name,programs,address,asset_label,listed_on\n";
  private static final String STAYS =
      " The list in force stays. If this is what the authority published, repeat the command with"
          + " --accept-removals";
  private static final String OR_ADD = "; --additions-only takes what it adds and nothing else.";

  @Test
  void shouldAcceptTheExpectedHashInAnyCase() throws Exception {
    Publication publication = Fixtures.csvText(HEADER + "1,A,,x1,,\n");
    String sha256 = publication.source().sha256();

    assertThatCode(
            () -> ListGuard.requireSha256(publication, " " + sha256.toUpperCase(Locale.ROOT)))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseAnotherHash() throws Exception {
    Publication publication = Fixtures.csvText(HEADER + "1,A,,x1,,\n");

    assertRefused(
        () -> ListGuard.requireSha256(publication, "00ff"),
        Reason.SHA256_MISMATCH,
        "list.csv: its SHA-256 is "
            + publication.source().sha256()
            + ", not the expected 00ff. Fetch the file again, and the hash with it.");
  }

  @Test
  void shouldRefuseAPublicationThatNamesNoAddress() {
    assertRefused(
        () -> judge(0, 5, 5, Optional.empty(), Optional.empty()),
        Reason.NO_ADDRESSES,
        "list.csv: names no address, so loading it would withdraw all of KR/MOFA." + STAYS + ".");
  }

  @Test
  void shouldRefuseAnOlderPublication() {
    assertRefused(
        () -> judge(3, 3, 0, day(9), day(10)),
        Reason.OLDER,
        "list.csv: was published on 2026-03-09, the list in force on 2026-03-10." + STAYS + OR_ADD);
  }

  @Test
  void shouldRefuseAnUndatedPublicationAfterADatedOne() {
    assertRefused(
        () -> judge(3, 3, 0, Optional.empty(), day(10)),
        Reason.UNDATED,
        "list.csv: has no date, and the list in force is of 2026-03-10. Say with --published-on"
            + " when it was published.");
  }

  @Test
  void shouldAcceptTheSameDayAgain() {
    assertThatCode(() -> judge(3, 3, 0, day(10), day(10))).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseWhenMoreThanTenPercentAndMoreThanTwentyGo() {
    assertRefused(
        () -> judge(200, 200, 21, day(10), day(9)),
        Reason.SHRUNK,
        "list.csv: would withdraw 21 of 200 listings of KR/MOFA, more than 10 % and more than 20."
            + " Lost by entry: Name (0) 1, Name (1) 1, Name (10) 1, and by 18 more."
            + STAYS
            + OR_ADD);
  }

  @Test
  void shouldNameTheEntriesThatLoseMost() throws Exception {
    StringBuilder rows = new StringBuilder("9,STAYS,,0x" + "9".repeat(40) + ",,\n");
    for (int i = 0; i < 28; i++) {
      String entry = i < 20 ? "1,TORNADO\tCASH" : i < 25 ? "2,SECOND" : i < 27 ? "3,THIRD" : "4,D";
      rows.append(entry).append(",,0x").append(String.format("%040x", i)).append(",,\n");
    }
    Publication before = Fixtures.csvText(HEADER + rows);
    Publication now = Fixtures.csvText(HEADER + rows.toString().lines().findFirst().orElseThrow());

    assertThatThrownBy(() -> judge(before, now))
        .hasMessageContaining(
            "would withdraw 28 of 29 listings of KR/MOFA, more than 10 % and more than 20. Lost by"
                + " entry: TORNADO CASH (1) 20, SECOND (2) 5, THIRD (3) 2, and by 1 more.");
  }

  @Test
  void shouldAcceptTwentyRemovalsOfAShortList() {
    assertThatCode(() -> judge(25, 25, 20, day(10), day(9))).doesNotThrowAnyException();
  }

  @Test
  void shouldAcceptTenPercentOfALongList() {
    assertThatCode(() -> judge(300, 300, 30, day(10), day(9))).doesNotThrowAnyException();
  }

  @Test
  void shouldNotLetAdditionsHideRemovals() {
    // As many come as go: the list is as long as before.
    assertRefused(
        () -> judge(221, 200, 21, day(10), day(9)),
        Reason.SHRUNK,
        "list.csv: would withdraw 21 of 200 listings of KR/MOFA, more than 10 % and more than 20."
            + " Lost by entry: Name (0) 1, Name (1) 1, Name (10) 1, and by 18 more."
            + STAYS
            + OR_ADD);
  }

  @Test
  void shouldLetOnlyWhatIsOutOfOrderAdd() {
    assertThat(Reason.values())
        .filteredOn(ListGuard::mayAdd)
        .containsExactlyInAnyOrder(Reason.OLDER, Reason.UNDATED, Reason.SHRUNK);
  }

  /**
   * Judges a publication of the entries {@code gone} to {@code upTo} where those up to {@code held}
   * are in force.
   */
  private static void judge(
      int upTo, int held, int gone, Optional<LocalDate> publishedOn, Optional<LocalDate> inForce)
      throws Exception {
    judge(publication(0, held, inForce), publication(gone, upTo, publishedOn));
  }

  private static void judge(Publication before, Publication now) throws ListRefused {
    Map<AddressKey, SanctionedAddress> rows = new HashMap<>();
    before.rows().forEach((key, row) -> rows.put(key, new SanctionedAddress(key, row)));

    ListGuard.requirePlausible(
        now, ListDiff.between(rows, Set.of(), now), Optional.of(manifest(before.source())));
  }

  private static Publication publication(int from, int to, Optional<LocalDate> publishedOn)
      throws Exception {
    StringBuilder text = new StringBuilder(HEADER);
    for (int entry = from; entry < to; entry++) {
      text.append(entry).append(",Name,,0x").append(String.format("%040x", entry)).append(",,\n");
    }
    return new ListReader(new WeirCsv(), Fixtures.KOREA, publishedOn)
        .read("list.csv", new ByteArrayInputStream(text.toString().getBytes(UTF_8)));
  }

  private static ListManifest manifest(Source source) {
    return new ListManifest(
        "KR",
        "MOFA",
        source,
        Instant.EPOCH,
        0,
        0,
        0,
        0,
        0,
        List.of(),
        OptionalInt.empty(),
        Retrieval.ofFile(""),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  private static Optional<LocalDate> day(int day) {
    return Optional.of(LocalDate.of(2026, 3, day));
  }
}
