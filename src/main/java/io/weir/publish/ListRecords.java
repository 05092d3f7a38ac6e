package io.weir.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.AddressKey;
import io.weir.domain.ListEvent;
import io.weir.domain.ListManifest;
import io.weir.domain.SanctionedAddress;
import io.weir.lists.ListDiff;
import io.weir.lists.ListId;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The records of the list topics. */
final class ListRecords {
  private final ListTopics topics;
  private final Serializer<SanctionedAddress> row;
  private final Serializer<ListManifest> manifest;
  private final Serializer<ListEvent> event;

  ListRecords(ListTopics topics) {
    this.topics = topics;
    this.row = topics.serdes().sanctionedAddress().serializer();
    this.manifest = topics.serdes().listManifest().serializer();
    this.event = topics.serdes().listEvent().serializer();
  }

  /**
   * The rows a difference changes, withdrawals last: between two rows the list may not be shorter
   * than both publications.
   */
  Stream<ProducerRecord<byte[], byte[]>> rows(ListDiff diff) {
    return Stream.concat(
        diff.changes().entrySet().stream()
            .filter(change -> change.getValue().isPresent())
            .map(change -> row(change.getKey(), change.getValue())),
        diff.changes().entrySet().stream()
            .filter(change -> change.getValue().isEmpty())
            .map(change -> row(change.getKey(), change.getValue())));
  }

  /** The manifest of a list; withdrawn when there is none. */
  ProducerRecord<byte[], byte[]> manifest(ListId id, Optional<ListManifest> present) {
    return record(
        topics.manifests(),
        id.toString(),
        present.map(value -> manifest.serialize(topics.manifests(), value)).orElse(null));
  }

  ProducerRecord<byte[], byte[]> event(ListEvent happened) {
    return record(
        topics.history(),
        HistoryTopic.keyOf(happened),
        event.serialize(topics.history(), happened));
  }

  private ProducerRecord<byte[], byte[]> row(AddressKey key, Optional<SanctionedAddress> present) {
    return record(
        topics.addresses(),
        key.toString(),
        present.map(value -> row.serialize(topics.addresses(), value)).orElse(null));
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, String key, byte @Nullable [] value) {
    return new ProducerRecord<>(topic, key.getBytes(UTF_8), value);
  }
}
