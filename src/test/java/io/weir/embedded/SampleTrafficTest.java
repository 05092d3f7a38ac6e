package io.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import io.weir.address.Chains;
import io.weir.domain.Direction;
import io.weir.domain.Hit;
import io.weir.domain.Hits;
import io.weir.domain.Legs;
import io.weir.domain.Listing;
import io.weir.domain.Match;
import io.weir.domain.Outcome;
import io.weir.domain.Parties;
import io.weir.domain.Role;
import io.weir.domain.Samples;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import io.weir.publish.DemoList;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleTrafficTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final int MANY = 20_000;
  private static final SamplePlan OFTEN = new SamplePlan(7, 10, 50);

  private static List<SanctionedAddress> list;
  private static Chains chains;

  @BeforeAll
  static void load() throws IOException {
    list =
        DemoList.publication().rows().entrySet().stream()
            .map(row -> new SanctionedAddress(row.getKey(), row.getValue()))
            .toList();
    chains = Defaults.chains(Optional.empty());
  }

  @Test
  void shouldMakeTheSameTrafficWhenTheSeedIsTheSame() {
    assertThat(samples(traffic(1, 0, list), 500)).isEqualTo(samples(traffic(1, 0, list), 500));
    assertThat(samples(traffic(2, 0, list), 500))
        .doesNotContainAnyElementsOf(samples(traffic(1, 0, list), 500));
  }

  @Test
  void shouldGiveEveryTransferAnIdOfItsOwnWhenRunsFollowEachOther() {
    Stream<Sample> first = samples(traffic(1, 0, list), MANY).stream();
    Stream<Sample> second = samples(traffic(1, MANY, list), MANY).stream();

    assertThat(Stream.concat(first, second).map(sample -> sample.transfer().transferId()))
        .doesNotHaveDuplicates()
        .hasSize(2 * MANY);
  }

  @Test
  void shouldKnowWhatScreeningFindsInEveryTransfer() {
    assertThat(samples(traffic(1, 0, list), MANY))
        .allSatisfy(
            sample -> {
              assertThat(outcome(sample, list)).as(sample.toString()).isEqualTo(sample.expected());
              assertThat(hits(sample, list))
                  .extracting(Hit::hitId)
                  .hasSameElementsAs(sample.hitIds());
            });
  }

  @Test
  void shouldTouchNoOtherListedAddressThanThePlantedOnes() {
    SampleTraffic traffic =
        new SampleTraffic(1, 0, new SamplePlan(1, MANY, 1), list, DesignationPlan.NONE, List.of());

    assertThat(samples(traffic, MANY))
        .allSatisfy(
            sample -> {
              assertThat(sample.expected()).isEqualTo(Outcome.CLEAR);
              assertThat(outcome(sample, list)).isEqualTo(Outcome.CLEAR);
            });
  }

  @Test
  void shouldPlantEverySpellingThatTheListAllows() {
    Set<Match> matches =
        samples(traffic(1, 0, list), MANY).stream()
            .flatMap(sample -> hits(sample, list).stream())
            .map(Hit::match)
            .collect(Collectors.toSet());
    Set<Role> roles =
        samples(traffic(1, 0, list), MANY).stream()
            .flatMap(sample -> hits(sample, list).stream())
            .map(Hit::role)
            .collect(Collectors.toSet());

    assertThat(matches).containsExactlyInAnyOrder(Match.ADDRESS, Match.KEY);
    assertThat(roles).containsExactlyInAnyOrder(Role.SENDER, Role.RECEIVER, Role.INITIATOR);
    assertThat(ListedSpelling.values())
        .filteredOn(spelling -> list.stream().noneMatch(spelling::fits))
        .containsExactly(ListedSpelling.SOLANA_AS_PUBLISHED);
  }

  @Test
  void shouldCountOneHitForEachListingOfAnAddress() {
    AddressKey key = Samples.roninKey();
    List<Listing> listings =
        List.of(
            Samples.lazarus(),
            Samples.listing("EU", "1", "Lazarus Group", key, Samples.RONIN_EXPLOITER));
    List<SanctionedAddress> twice = List.of(new SanctionedAddress(key, listings));

    List<Sample> flagged =
        samples(traffic(1, 0, twice), MANY).stream()
            .filter(sample -> sample.expected() == Outcome.FLAGGED)
            .toList();

    assertThat(flagged)
        .isNotEmpty()
        .allSatisfy(
            sample -> {
              int roles = sample.transfer().initiator().isPresent() ? 2 : 1;
              assertThat(sample.hitIds()).hasSize(2 * roles);
              assertThat(hits(sample, twice))
                  .extracting(Hit::hitId)
                  .hasSameElementsAs(sample.hitIds());
            });
  }

  @Test
  void shouldTouchNothingWhenTheListHoldsNothingThatItCanWrite() {
    AddressKey text = AddressKey.text("nothing that a chain of the sample has");
    List<SanctionedAddress> strange =
        List.of(new SanctionedAddress(text, List.of(Samples.lazarus(text, "strange"))));

    assertThat(samples(traffic(1, 0, strange), 1_000))
        .noneMatch(sample -> sample.expected() == Outcome.FLAGGED);
  }

  @Test
  void shouldTouchWhatIsDesignatedLaterOnSeveralChains() {
    List<SanctionedAddress> late =
        list.stream().filter(row -> row.listings().get(0).entryId().equals("42498")).toList();
    List<SanctionedAddress> before = list.stream().filter(row -> !late.contains(row)).toList();
    SampleTraffic traffic =
        new SampleTraffic(1, 0, OFTEN, before, new DesignationPlan(1_000), late);

    List<Sample> samples = samples(traffic, 2_000);
    List<Sample> early =
        samples.stream().filter(sample -> !sample.laterHitIds().isEmpty()).toList();

    assertThat(late).hasSize(1);
    assertThat(early).extracting(sample -> sample.transfer().chain()).doesNotHaveDuplicates();
    assertThat(early)
        .hasSize(3)
        .isSubsetOf(samples.subList(0, 1_000))
        .allSatisfy(
            sample -> {
              assertThat(outcome(sample, before)).isEqualTo(sample.expected());
              assertThat(hits(sample, list))
                  .extracting(Hit::hitId)
                  .hasSameElementsAs(sample.laterHitIds());
            });
    assertThat(samples.subList(1_000, 2_000))
        .allSatisfy(
            sample ->
                assertThat(hits(sample, list))
                    .extracting(Hit::hitId)
                    .hasSameElementsAs(sample.hitIds()))
        .anySatisfy(sample -> assertThat(hits(sample, late)).isNotEmpty());
    assertThat(traffic.isDesignation(1_000)).isTrue();
  }

  @Test
  void shouldLookLikeTheTrafficOfAnExchange() {
    List<Transfer> transfers =
        samples(traffic(1, 0, list), 2_000).stream().map(Sample::transfer).toList();

    assertThat(transfers)
        .extracting(Transfer::chain)
        .contains("tron", "ethereum", "bitcoin", "solana");
    assertThat(transfers)
        .extracting(Transfer::direction)
        .containsOnly(Direction.DEPOSIT, Direction.WITHDRAWAL);
    assertThat(transfers)
        .allSatisfy(
            transfer -> {
              assertThat(transfer.amount()).isPositive();
              assertThat(transfer.occurredAt()).isEqualTo(NOON);
              assertThat(transfer.accountRef()).isPresent();
            })
        .anyMatch(transfer -> transfer.senders().size() > 1)
        .anyMatch(transfer -> transfer.receivers().size() > 1);
  }

  private static SampleTraffic traffic(
      long seed, long firstIndex, Collection<SanctionedAddress> rows) {
    return new SampleTraffic(seed, firstIndex, OFTEN, rows, DesignationPlan.NONE, List.of());
  }

  private static List<Sample> samples(SampleTraffic traffic, int count) {
    return LongStream.range(0, count).mapToObj(index -> traffic.sample(index, NOON)).toList();
  }

  private static Outcome outcome(Sample sample, Collection<SanctionedAddress> rows) {
    if (!hits(sample, rows).isEmpty()) {
      return Outcome.FLAGGED;
    }
    return legs(sample.transfer()).problem().isPresent() ? Outcome.UNSCREENABLE : Outcome.CLEAR;
  }

  private static List<Hit> hits(Sample sample, Collection<SanctionedAddress> rows) {
    Map<AddressKey, SanctionedAddress> byKey =
        rows.stream().collect(Collectors.toMap(SanctionedAddress::key, Function.identity()));
    return Hits.of(
        sample.transfer().transferId(),
        legs(sample.transfer()).legs(),
        key -> byKey.containsKey(key) ? byKey.get(key).listings() : List.of(),
        LocalDate.EPOCH);
  }

  private static Legs legs(Transfer transfer) {
    return Legs.of(Parties.of(transfer), chains);
  }
}
