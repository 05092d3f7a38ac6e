package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.weir.address.AddressKey;
import io.weir.address.Chains;
import io.weir.avro.AvroSafety;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.TransferReader;
import io.weir.domain.Hit;
import io.weir.domain.Hits;
import io.weir.domain.Legs;
import io.weir.domain.Match;
import io.weir.domain.Role;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoadTrafficTest {
  private static final int MANY = 10_000;
  private static final int LISTED = 500;
  private static final int EVERY = 50;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
  private static final LoadSpec SPEC = new LoadSpec(7, LoadShape.MIX, EVERY, LISTED);

  private static final RegistrySerdes SERDES = RegistrySerdes.over(new MockSchemaRegistryClient());
  private static final Serializer<Transfer> SERIALIZER = SERDES.transfer().serializer();
  private static final TransferReader READER = new TransferReader(SERDES.client());
  private static final Map<AddressKey, SanctionedAddress> LIST = new HashMap<>();
  private static Chains chains;

  @BeforeAll
  static void list() throws IOException {
    AvroSafety.apply();
    chains = Defaults.chains(Optional.empty());
    ListedRows rows = new ListedRows(SPEC.seed());
    LongStream.range(0, LISTED).mapToObj(rows::row).forEach(row -> LIST.put(row.key(), row));
  }

  @Test
  void shouldMakeTheSameBytesWhenTheSeedIsTheSame() {
    assertThat(bytes(SPEC, 500)).isEqualTo(bytes(SPEC, 500));
    assertThat(bytes(new LoadSpec(8, LoadShape.MIX, EVERY, LISTED), 500))
        .doesNotContainAnyElementsOf(bytes(SPEC, 500));
  }

  /** The hits are found as screening finds them: out of the bytes, by keys, among all rows. */
  @Test
  void shouldPlantExactlyTheHitsThatScreeningFinds() {
    assertThat(LIST).hasSize(LISTED);
    int flagged = 0;
    for (LoadTransfer made : load(SPEC, MANY)) {
      Legs legs = legs(made);
      List<Hit> hits = hits(made, legs);
      assertThat(legs.problem()).isEmpty();
      assertThat(hits).extracting(Hit::hitId).isEqualTo(made.hitId().stream().toList());
      flagged += hits.size();
    }

    assertThat(flagged).isEqualTo(MANY / EVERY);
  }

  @Test
  void shouldPlantMoreHitsInARehearsalAndTheSameBehindIt() {
    LoadSpec seldom = new LoadSpec(7, LoadShape.MIX, 5_000, LISTED);
    LoadTraffic plain = new LoadTraffic(seldom);
    LoadTraffic rehearsing = new LoadTraffic(seldom.rehearsing(MANY));

    assertThat(LongStream.range(0, MANY).filter(rehearsing::isHit)).hasSize(MANY / 200);
    assertThat(LongStream.range(MANY, 2 * MANY).filter(rehearsing::isHit).boxed())
        .hasSize(MANY / 5_000)
        .isEqualTo(LongStream.range(MANY, 2 * MANY).filter(plain::isHit).boxed().toList());
    assertThat(load(new LoadSpec(7, LoadShape.MIX, 0, 0, 1_000), 1_000))
        .allMatch(made -> made.hitId().isEmpty());
  }

  @Test
  void shouldExpectWhatItsRecordsAddUpTo() {
    Expected.Counter counter = new Expected.Counter();
    Tally hits = new Tally();
    Tally found = new Tally();
    Set<String> published =
        LIST.values().stream()
            .map(row -> row.listings().get(0).address())
            .collect(Collectors.toSet());
    for (LoadTransfer made : load(SPEC, MANY)) {
      byte[] key = made.transfer().transferId().getBytes(UTF_8);
      counter.add(key, value(made), made);
      hits(made, legs(made)).forEach(hit -> hits.add(hit.hitId().getBytes(UTF_8)));
      Transfer transfer = made.transfer();
      if (published.contains(transfer.senders().get(0).address())
          || published.contains(transfer.receivers().get(0).address())) {
        found.add(key);
      }
    }

    Expected expected = counter.result();
    assertThat(expected.records().count()).isEqualTo(MANY);
    assertThat(expected.hits()).isEqualTo(hits.result());
    assertThat(expected.found()).isEqualTo(found.result());
    assertThat(found.result().count()).isBetween(1L, hits.result().count() - 1);
  }

  @Test
  void shouldMoveAllKindsOfChainsInAboutThreeHundredBytes() {
    List<LoadTransfer> load = load(SPEC, MANY);

    assertThat(load)
        .extracting(made -> made.transfer().chain())
        .contains("ethereum", "bsc", "arbitrum", "tron", "bitcoin", "solana");
    assertThat(load).anyMatch(made -> made.transfer().receivers().size() > 30);
    assertThat(load).anyMatch(made -> made.transfer().senders().size() > 6);
    assertThat(load.stream().mapToInt(made -> value(made).length).average().orElseThrow())
        .isBetween(250.0, 400.0);
    assertThat(load).extracting(made -> made.transfer().transferId()).doesNotHaveDuplicates();
  }

  @Test
  void shouldPlantOtherSpellingsAndEveryKindOfListedAddress() {
    Set<Match> matches = new TreeSet<>();
    Set<Role> roles = new TreeSet<>();
    Set<AddressKey.Kind> kinds = new TreeSet<>();
    for (LoadTransfer made : load(SPEC, MANY)) {
      for (Hit hit : hits(made, legs(made))) {
        matches.add(hit.match());
        roles.add(hit.role());
        kinds.add(hit.key().kind());
      }
    }

    assertThat(matches).containsExactly(Match.ADDRESS, Match.KEY);
    assertThat(roles).containsExactly(Role.SENDER, Role.RECEIVER);
    assertThat(kinds)
        .containsExactly(
            AddressKey.Kind.ACCOUNT,
            AddressKey.Kind.PUBKEYHASH,
            AddressKey.Kind.SCRIPTHASH,
            AddressKey.Kind.ED25519);
  }

  @Test
  void shouldGiveEveryTransferAsManyPartiesAsItsShapeSays() {
    assertThat(load(new LoadSpec(7, LoadShape.WIDE, EVERY, LISTED), 200))
        .allSatisfy(
            made -> {
              assertThat(made.transfer().senders()).hasSize(50);
              assertThat(made.transfer().receivers()).hasSize(50);
              assertThat(hits(made, legs(made)))
                  .extracting(Hit::hitId)
                  .isEqualTo(made.hitId().stream().toList());
            });
    assertThat(load(new LoadSpec(7, LoadShape.NARROW, EVERY, LISTED), 200))
        .allSatisfy(
            made -> {
              assertThat(made.transfer().senders()).hasSize(1);
              assertThat(made.transfer().receivers()).hasSize(1);
            });
  }

  @Test
  void shouldPlantNothingWhenNoHitsAreAskedFor() {
    assertThat(load(new LoadSpec(7, LoadShape.MIX, 0, 0), 1_000))
        .allSatisfy(made -> assertThat(hits(made, legs(made))).isEmpty())
        .allSatisfy(made -> assertThat(made.hit()).isEmpty());
  }

  private static List<LoadTransfer> load(LoadSpec spec, int count) {
    LoadTraffic traffic = new LoadTraffic(spec);
    return LongStream.range(0, count).mapToObj(traffic::at).toList();
  }

  private static List<String> bytes(LoadSpec spec, int count) {
    return load(spec, count).stream().map(made -> HexFormat.of().formatHex(value(made))).toList();
  }

  private static byte[] value(LoadTransfer made) {
    return SERIALIZER.serialize("transfers", made.transfer());
  }

  private static Legs legs(LoadTransfer made) {
    return Legs.of(READER.parties(value(made)).value().orElseThrow(), chains);
  }

  private static List<Hit> hits(LoadTransfer made, Legs legs) {
    return new ArrayList<>(
        Hits.of(
            made.transfer().transferId(),
            legs.legs(),
            key -> LIST.containsKey(key) ? LIST.get(key).listings() : List.of(),
            TODAY));
  }
}
