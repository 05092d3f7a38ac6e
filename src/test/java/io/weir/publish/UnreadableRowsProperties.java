package io.weir.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.weir.address.AddressKey;
import io.weir.avro.AvroSafety;
import io.weir.avro.RegistrySerdes;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.lifecycle.BeforeContainer;

class UnreadableRowsProperties {
  private static final AddressKey KEY = AddressKey.text("address");
  private static final RegistrySerdes SERDES = RegistrySerdes.over(new MockSchemaRegistryClient());

  private static final ListTopics TOPICS =
      new ListTopics(
          Map.of(), Map.of(), SERDES, "rows", "manifests", "history", "test", Duration.ZERO);

  private static byte[] whole;

  @BeforeContainer
  static void writeOneRow() {
    AvroSafety.apply();
    whole =
        SERDES
            .sanctionedAddress()
            .serializer()
            .serialize("rows", new SanctionedAddress(KEY, List.of(Listing.unreadable(KEY))));
  }

  @Example
  void shouldReadAWholeRow() {
    assertThat(read(whole).rows()).containsOnlyKeys(KEY);
  }

  @Property
  void shouldKeepAnyBytesAsListed(@ForAll byte[] bytes) {
    assertThat(read(bytes).unreadable()).isEqualTo(Set.of(KEY));
  }

  @Property
  void shouldKeepARowThatWasCutOffAsListed(@ForAll @IntRange(max = 400) int length) {
    byte[] cut = Arrays.copyOf(whole, Math.min(length, whole.length - 1));

    assertThat(read(cut).unreadable()).isEqualTo(Set.of(KEY));
  }

  @Property(tries = 3000)
  void shouldKeepADamagedRowAsListed(
      @ForAll @IntRange(max = 400) int at, @ForAll @NotEmpty byte[] damage) {
    byte[] damaged = whole.clone();
    for (int i = 0; i < damage.length && at + i < damaged.length; i++) {
      damaged[at + i] = damage[i];
    }

    HeldLists held = read(damaged);

    assertThat(held.rows().size() + held.unreadable().size()).isEqualTo(1);
  }

  private static HeldLists read(byte[] row) {
    HeldRows rows = new HeldRows(TOPICS);
    rows.accept(KEY.toString(), row);
    return rows.with(new HeldManifests(Map.of(), Set.of()), 0);
  }
}
