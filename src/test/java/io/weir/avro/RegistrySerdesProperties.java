package io.weir.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.weir.domain.Alert;
import io.weir.domain.KnownAddress;
import io.weir.domain.ListEvent;
import io.weir.domain.ListManifest;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackReport;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.common.serialization.Serde;

/** What is written is what is read. */
@Domain(Values.class)
class RegistrySerdesProperties {
  private static final RegistrySerdes SERDES = RegistrySerdes.over(new MockSchemaRegistryClient());

  @BeforeContainer
  static void limitAvro() {
    AvroSafety.apply();
  }

  @Property(tries = 300)
  void shouldReadTheTransferThatWasWritten(@ForAll Transfer transfer) {
    assertThat(readBack(SERDES.transfer(), transfer)).isEqualTo(transfer);
  }

  @Property(tries = 300)
  void shouldReadTheRowThatWasWritten(@ForAll SanctionedAddress row) {
    assertThat(readBack(SERDES.sanctionedAddress(), row)).isEqualTo(row);
  }

  @Property(tries = 300)
  void shouldReadTheAlertThatWasWritten(@ForAll Alert alert) {
    assertThat(readBack(SERDES.alert(), alert)).isEqualTo(alert);
  }

  @Property(tries = 300)
  void shouldReadTheManifestThatWasWritten(@ForAll ListManifest manifest) {
    assertThat(readBack(SERDES.listManifest(), manifest)).isEqualTo(manifest);
  }

  @Property(tries = 300)
  void shouldReadTheListEventThatWasWritten(@ForAll ListEvent event) {
    assertThat(readBack(SERDES.listEvent(), event)).isEqualTo(event);
  }

  @Property(tries = 300)
  void shouldReadTheChangeThatWasWritten(@ForAll ListingChange change) {
    assertThat(readBack(SERDES.listingChange(), change)).isEqualTo(change);
    StoredRecords<ListingChange> stored = StoredRecords.listingChanges();
    assertThat(stored.decode(stored.encode(change))).isEqualTo(change);
  }

  @Property(tries = 300)
  void shouldReadTheKnownAddressThatWasWritten(@ForAll KnownAddress known) {
    StoredRecords<KnownAddress> stored = StoredRecords.knownAddresses();
    assertThat(stored.decode(stored.encode(known))).isEqualTo(known);
  }

  @Property(tries = 300)
  void shouldReadTheReportThatWasWritten(@ForAll LookbackReport report) {
    assertThat(readBack(SERDES.lookbackReport(), report)).isEqualTo(report);
  }

  private static <T> T readBack(Serde<T> serde, T value) {
    return serde
        .deserializer()
        .deserialize("unused", serde.serializer().serialize(value.getClass().getName(), value));
  }
}
