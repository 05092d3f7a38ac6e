package io.weir.domain;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.listing;
import static io.weir.domain.Samples.roninKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HitHistoryTest {
  private static final Transfer TRANSFER = ether("t", SOMEBODY, RONIN_EXPLOITER);
  private static final Listing AGAIN =
      listing("OFAC", "99999", "LAZARUS GROUP", roninKey(), RONIN_EXPLOITER);

  private static Alert alert(AlertKind kind, Listing... listings) {
    List<Hit> hits = Arrays.stream(listings).map(HitHistoryTest::hit).toList();
    return new Alert(
        kind + "-" + hits.size(),
        kind,
        TRANSFER,
        false,
        hits,
        Severity.CRITICAL,
        Action.BLOCK,
        "rule",
        0,
        Instant.EPOCH,
        new SourcePosition("transfers", 0, 0),
        "");
  }

  private static Hit hit(Listing listing) {
    return new Hit(
        Ids.hit("t", Role.RECEIVER, roninKey(), listing.listingId()),
        Role.RECEIVER,
        RONIN_EXPLOITER,
        roninKey(),
        Match.ADDRESS,
        listing,
        Optional.empty());
  }

  @Test
  void shouldFollowAnAddressThatIsListedAgainUnderAnotherEntry() {
    List<HitHistory> lives =
        HitHistory.fold(
            List.of(
                alert(AlertKind.HIT, lazarus()),
                alert(AlertKind.DELISTED, lazarus()),
                alert(AlertKind.LOOKBACK, AGAIN)));

    assertThat(lives).extracting(HitHistory::isOpen).containsExactly(false, true);
    assertThat(lives.get(0).alerts()).hasSize(2);
  }

  @Test
  void shouldOpenAgainWhatWasClosed() {
    List<HitHistory> lives =
        HitHistory.fold(
            List.of(
                alert(AlertKind.LOOKBACK, lazarus(), AGAIN),
                alert(AlertKind.RETRACTED, lazarus(), AGAIN),
                alert(AlertKind.HIT, lazarus())));

    assertThat(lives).extracting(HitHistory::isOpen).containsExactly(true, false);
    assertThat(lives).extracting(HitHistory::repeats).containsOnly(0);
  }

  @Test
  void shouldCountWhatWasOpenedWhileOpen() {
    List<HitHistory> lives =
        HitHistory.fold(
            List.of(alert(AlertKind.LOOKBACK, lazarus()), alert(AlertKind.HIT, lazarus())));

    assertThat(lives).singleElement().satisfies(life -> assertThat(life.repeats()).isOne());
  }

  @Test
  void shouldCloseTwiceWhatTwoHaveClosed() {
    List<HitHistory> lives =
        HitHistory.fold(
            List.of(
                alert(AlertKind.HIT, lazarus()),
                alert(AlertKind.DELISTED, lazarus()),
                alert(AlertKind.RETRACTED, lazarus())));

    assertThat(lives).singleElement().satisfies(life -> assertThat(life.isOpen()).isFalse());
  }
}
