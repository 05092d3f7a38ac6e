package io.weir.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the order of the legs and the size of the alerts, the same hits come out, each once. */
class AlertsProperties {
  private static final Policy BLOCK =
      new Policy(
          List.of(
              new PolicyRule(
                  "all",
                  Set.of(),
                  Set.of(),
                  Set.of(),
                  Set.of(),
                  Set.of(),
                  Set.of(),
                  Set.of(),
                  Optional.<BigDecimal>empty(),
                  Severity.HIGH,
                  Action.BLOCK)));

  private static final Alerts.Occasion OCCASION =
      new Alerts.Occasion(
          AlertKind.HIT, BLOCK, 7, Instant.EPOCH, new SourcePosition("transfers", 0, 42), 0);

  private static final LocalDate DAY = LocalDate.EPOCH;

  /** Every second account is listed. */
  private static final SanctionsList EVERY_SECOND =
      key -> {
        byte[] account = key.payload();
        return account[account.length - 1] % 2 == 0
            ? List.of(Samples.lazarus(key, text(key)))
            : List.of();
      };

  private static String text(AddressKey key) {
    return "0x" + key.toString().substring("account:".length());
  }

  private static List<Leg> legs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(Locale.ROOT, "0x%040x", i))
        .map(text -> new Leg(Role.RECEIVER, (Address) Addresses.readAnyChain(text)))
        .toList();
  }

  @Property
  void shouldFindTheSameHitsWhateverTheOrderOfTheLegs(
      @ForAll @IntRange(min = 1, max = 200) int count, @ForAll long seed) {
    List<Leg> shuffled = new ArrayList<>(legs(count));
    Collections.shuffle(shuffled, new Random(seed));

    List<Hit> hits = Hits.of("t", shuffled, EVERY_SECOND, DAY);

    assertThat(hits)
        .isEqualTo(Hits.of("t", legs(count), EVERY_SECOND, DAY))
        .hasSize((count + 1) / 2);
    assertThat(hits).extracting(Hit::match).containsOnly(Match.ADDRESS);
  }

  @Property
  void shouldPutEveryHitIntoExactlyOneAlertThatFits(
      @ForAll @IntRange(min = 1, max = 200) int count,
      @ForAll @IntRange(min = 1, max = 400) int limit) {
    Transfer transfer =
        Samples.ether(
            "t",
            List.of(),
            legs(count).stream().map(leg -> Party.of(leg.address().text())).toList());
    List<Hit> hits = Hits.of("t", legs(count), EVERY_SECOND, DAY);
    // A byte for each hit and each party: enough to see that the limit is kept.
    Alerts.Writing writing =
        alert -> new byte[alert.hits().size() + alert.transfer().receivers().size()];

    List<Alerts.Written> written = Alerts.fitting(transfer, hits, OCCASION, writing, limit);

    List<Alert> alerts = written.stream().map(Alerts.Written::alert).toList();
    assertThat(alerts.stream().flatMap(alert -> alert.hits().stream()).toList()).isEqualTo(hits);
    assertThat(alerts).extracting(Alert::alertId).doesNotHaveDuplicates();
    assertThat(written)
        .allMatch(one -> one.bytes().length <= limit || one.alert().hits().size() == 1)
        .allSatisfy(one -> assertThat(one.bytes()).isEqualTo(writing.bytes(one.alert())));
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(alert.transfer().receivers())
                    .extracting(Party::address)
                    .containsAll(alert.hits().stream().map(Hit::address).toList()));
  }
}
