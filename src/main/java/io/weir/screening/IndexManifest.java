package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.avro.RegistryPatience;
import io.weir.domain.ListManifest;
import java.time.DateTimeException;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies one manifest to the index, restored and new ones alike. One that cannot be read leaves
 * the freshness of its list unknown; screening goes on.
 */
final class IndexManifest implements Processor<byte[], byte[], Void, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(IndexManifest.class);

  private final ManifestIndex index;
  private final ListMeters meters;
  private final String topic;
  private final Deserializer<ListManifest> deserializer;
  private final RegistryPatience patience;

  IndexManifest(Screening screening, RegistryPatience patience) {
    this.index = screening.manifests();
    this.meters = screening.listMeters();
    this.topic = screening.topics().listManifests();
    this.deserializer = screening.registry().listManifest().deserializer();
    this.patience = patience;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    String key = record.key() == null ? "" : new String(record.key(), UTF_8);
    if (record.value() == null) {
      index.withdrawn(key);
      meters.hide(key);
      return;
    }
    Optional<ListManifest> manifest =
        patience.ask(() -> read(record.value())).filter(read -> isOf(key, read));
    if (manifest.isPresent()) {
      index.loaded(key, manifest.get());
    } else {
      LOG.error("The manifest of {} cannot be read; how fresh the list is, is not known", key);
      index.unreadable(key);
    }
    meters.show(key);
  }

  private Optional<ListManifest> read(byte[] value) {
    try {
      return Optional.of(deserializer.deserialize(topic, value));
    } catch (SerializationException
        | IllegalArgumentException
        | ClassCastException
        | DateTimeException e) {
      LOG.debug("A manifest does not decode", e);
      return Optional.empty();
    }
  }

  private static boolean isOf(String key, ListManifest manifest) {
    return key.equals(manifest.authority() + "/" + manifest.list());
  }
}
