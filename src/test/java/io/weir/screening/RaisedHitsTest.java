package io.weir.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.avro.AvroSafety;
import io.weir.domain.Hit;
import io.weir.domain.Ids;
import io.weir.domain.Match;
import io.weir.domain.Role;
import io.weir.domain.Samples;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered is known to a task's next life, which finds the store as it was left. */
class RaisedHitsTest {
  private KeyValueStore<Bytes, byte[]> store;

  @BeforeAll
  static void limitAvro() {
    AvroSafety.apply();
  }

  @BeforeEach
  void openStore() {
    MockProcessorContext<byte[], Routed> context = new MockProcessorContext<>();
    store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Names.RAISED_HITS), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void shouldKnowInTheNextLifeWhatIsOpen() {
    RaisedHits before = new RaisedHits(store);
    before.remember("a", List.of(hit("a"), other("a")));
    before.remember("ab", List.of(hit("ab")));

    RaisedHits after = new RaisedHits(store);

    assertThat(after.open("a")).containsExactlyInAnyOrder(hit("a"), other("a"));
    assertThat(after.isOpen("a", hit("a"))).isTrue();
    assertThat(after.isOpen("ab", hit("ab"))).isTrue();
    assertThat(after.isOpen("ab", other("ab"))).isFalse();
    assertThat(after.isOpen("b", hit("b"))).isFalse();
    assertThat(after.open("b")).isEmpty();
  }

  @Test
  void shouldKnowInTheNextLifeHowOftenHitsWereRetracted() {
    RaisedHits before = new RaisedHits(store);
    for (int episode = 0; episode < 3; episode++) {
      assertThat(before.episode("a")).isEqualTo(episode);
      before.remember("a", List.of(hit("a")));
      before.retract("a", List.of(hit("a")));
    }

    RaisedHits after = new RaisedHits(store);

    assertThat(after.episode("a")).isEqualTo(3);
    assertThat(after.isOpen("a", hit("a"))).isFalse();
    assertThat(after.open("a")).isEmpty();
    assertThat(after.episode("b")).isZero();
  }

  @Test
  void shouldKnowWhatItRememberedItself() {
    RaisedHits raised = new RaisedHits(store);
    assertThat(raised.isOpen("a", hit("a"))).isFalse();

    raised.remember("a", List.of(hit("a")));

    assertThat(raised.isOpen("a", hit("a"))).isTrue();
    assertThat(raised.open("a")).containsExactly(hit("a"));
  }

  @Test
  void shouldKnowOfMoreRowsThanItReadsAtItsStart() {
    RaisedHits before = new RaisedHits(store);
    List<String> ids = List.of("a", "b", "c", "d", "e");
    ids.forEach(id -> before.remember(id, List.of(hit(id))));

    for (int mostRowsRead = 0; mostRowsRead <= ids.size(); mostRowsRead++) {
      RaisedHits after = new RaisedHits(store, mostRowsRead);

      assertThat(ids).allMatch(id -> after.isOpen(id, hit(id)));
    }
  }

  @Test
  void shouldKnowTheIdsOfAllKinds() {
    List<String> ids = List.of("\u0000", "é", "\ud83d\ude00", "x".repeat(1024), "a\u0000b");
    RaisedHits before = new RaisedHits(store);
    ids.forEach(id -> before.remember(id, List.of(hit(id))));

    RaisedHits after = new RaisedHits(store);

    assertThat(ids).allMatch(id -> after.isOpen(id, hit(id)));
  }

  private static Hit hit(String transferId) {
    return hit(transferId, Role.SENDER);
  }

  private static Hit other(String transferId) {
    return hit(transferId, Role.RECEIVER);
  }

  private static Hit hit(String transferId, Role role) {
    return new Hit(
        Ids.hit(transferId, role, Samples.roninKey(), Samples.lazarus().listingId()),
        role,
        Samples.RONIN_EXPLOITER,
        Samples.roninKey(),
        Match.ADDRESS,
        Samples.lazarus(),
        Optional.empty());
  }
}
