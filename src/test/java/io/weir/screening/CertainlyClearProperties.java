package io.weir.screening;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.weir.address.AddressKey;
import io.weir.address.AddressWriter;
import io.weir.address.Chains;
import io.weir.address.Fingerprint;
import io.weir.address.QuickChains;
import io.weir.avro.AvroSafety;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.TransferReader;
import io.weir.domain.Hits;
import io.weir.domain.Legs;
import io.weir.domain.Parties;
import io.weir.domain.Samples;
import io.weir.domain.Transfer;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is called clear at once is what the decisions call clear; the usual is called so. */
class CertainlyClearProperties {
  private static final LocalDate TODAY = LocalDate.of(2025, 11, 5);
  private static final Helpers HELPERS = Helpers.of(2);
  private static Path folder;
  private static Chains chains;

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final RegistrySerdes serdes = RegistrySerdes.over(registry);
  private final TransferReader reader = new TransferReader(registry);

  @BeforeContainer
  static void prepare() throws IOException {
    AvroSafety.apply();
    chains = Defaults.chains(Optional.empty());
    folder = Files.createTempDirectory(Path.of("target"), "list-rows");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    HELPERS.close();
    Files.delete(folder);
  }

  @Property(tries = 5000)
  void shouldCallNothingClearThatIsNot(@ForAll Random random, @ForAll @IntRange(max = 6) int rows) {
    RandomTransfers transfers = new RandomTransfers(random);
    ListIndex list = list(transfers, rows);
    byte[] value = bytes(random.nextBoolean() ? transfers.any() : transfers.usual(true));
    reader.parties(value);

    for (int change = 0; change < 3; change++) {
      if (test(list, value)) {
        assertThat(isClear(list, value)).isTrue();
      }
      value[5 + random.nextInt(value.length - 5)] = (byte) random.nextInt();
    }
  }

  @Property(tries = 1000)
  void shouldCallTheUsualClear(@ForAll Random random, @ForAll @IntRange(max = 3) int rows) {
    RandomTransfers transfers = new RandomTransfers(random);
    ListIndex list = list(transfers, rows);
    byte[] value = bytes(transfers.usual(false));

    // The schema is learned from a record that is read in the other way.
    boolean clear = isClear(list, value);

    assertThat(test(list, value)).isEqualTo(clear);
  }

  @Example
  void shouldLeaveAFingerprintOfTwoKeysToThoseWhoCompareKeys() {
    byte[] account = new byte[20];
    long shared = Fingerprint.of(AddressKey.account(account));
    ListIndex list = new ListIndex(folder, StringRows::decode, key -> shared);
    put(list, RandomTransfers.keyOfNobody());
    byte[] value =
        bytes(Samples.ether("1", AddressWriter.evm(account), AddressWriter.evm(account)));

    assertThat(isClear(list, value)).isTrue();
    assertThat(test(list, value)).isFalse();
    list.clear();
    assertThat(test(list, value)).isTrue();
  }

  private static ListIndex list(RandomTransfers transfers, int rows) {
    ListIndex list = new ListIndex(folder, StringRows::decode);
    put(list, RandomTransfers.keyOfNobody());
    for (int row = 0; row < rows; row++) {
      AddressKey key = transfers.key();
      if (row % 3 == 2) {
        list.listUnreadable(key);
      } else {
        put(list, key);
      }
    }
    return list;
  }

  private static void put(ListIndex list, AddressKey key) {
    list.list(key, StringRows.of(key, "entry"), Optional.of(LocalDate.MAX));
  }

  /** More than there is room for at first, so that it has to grow between them. */
  @Property(tries = 20)
  void shouldTellOfEachAmongManyWhatItTellsOfItAlone(@ForAll Random random, @ForAll Help help) {
    RandomTransfers transfers = new RandomTransfers(random);
    ListIndex list = list(transfers, 2);
    CertainlyClear together = looking(list, help.executor());
    CertainlyClear alone = looking(list, unused -> {});
    reader.parties(bytes(transfers.usual(false)));

    for (int size : new int[] {3, 3000, 1, 0, 40, 128, 129}) {
      List<byte[]> values =
          Stream.generate(() -> random.nextBoolean() ? transfers.any() : transfers.usual(true))
              .limit(size)
              .map(this::bytes)
              .toList();
      List<ConsumerRecord<byte[], byte[]>> records =
          values.stream().map(CertainlyClearProperties::record).toList();
      together.look(records);

      assertThat(IntStream.range(0, size).mapToObj(together::test).toList())
          .isEqualTo(records.stream().map(alone::testAlone).toList());
    }
  }

  /** What the second thread does of the work. */
  enum Help {
    NOTHING,
    ALL,
    WHAT_IT_FINDS_LEFT;

    private Executor executor() {
      return switch (this) {
        case NOTHING -> unused -> {};
        case ALL -> Runnable::run;
        case WHAT_IT_FINDS_LEFT -> HELPERS;
      };
    }
  }

  @Example
  void shouldCallNothingClearThatAFailedHelperWasToLookAt() {
    byte[] value = bytes(new RandomTransfers(new Random(1)).usual(false));
    ListIndex list = new ListIndex(folder, StringRows::decode);
    reader.parties(value);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(nCopies(300, record(value)));
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    CertainlyClear together = looking(list, work -> failure.set(catchRuntimeException(work::run)));
    together.look(records);
    assertThat(IntStream.range(0, 300).allMatch(together::test)).isTrue();

    records.set(70, null);
    together.look(records);

    assertThat(failure.get()).isInstanceOf(NullPointerException.class);
    assertThat(IntStream.range(0, 300).filter(index -> !together.test(index)).boxed().toList())
        .as("those of the piece that the helper could not look at")
        .isEqualTo(IntStream.range(64, 128).boxed().toList());
  }

  private boolean test(ListIndex list, byte[] value) {
    return looking(list, unused -> {}).testAlone(record(value));
  }

  private CertainlyClear looking(ListIndex list, Executor helper) {
    return new CertainlyClear(reader, new QuickChains(chains), list, helper);
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
    return new ConsumerRecord<>("transfers", 0, 0, null, value);
  }

  /** As the decisions say. */
  private boolean isClear(ListIndex list, byte[] value) {
    Optional<Parties> parties = reader.parties(value).value();
    if (parties.isEmpty() || parties.get().dropped()) {
      return false;
    }
    Legs legs = Legs.of(parties.get(), chains);
    return legs.problem().isEmpty()
        && Hits.of(parties.get().transferId(), legs.legs(), list, TODAY).isEmpty();
  }

  private byte[] bytes(Transfer transfer) {
    return serdes.transfer().serializer().serialize("transfers", transfer);
  }
}
