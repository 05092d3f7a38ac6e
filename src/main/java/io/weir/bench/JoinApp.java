package io.weir.bench;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.weir.config.WeirConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.GlobalKTable;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;

/**
 * The join as tutorials write it: transfers with a global table of the list, by sender and by
 * receiver, with Avro serdes and RocksDB as it comes. It compares texts and looks at the first
 * sender and the first receiver alone, so it does less than Weir does.
 */
final class JoinApp extends StreamsBenchApp {
  /** The setting that names the list by published text; it is none of Weir's. */
  static final String LIST_BY_TEXT = "bench-list-by-text";

  JoinApp() {
    super("bench-join");
  }

  @Override
  void build(StreamsBuilder builder, WeirConfig config) {
    Serde<SpecificRecord> avro = avro(config);
    GlobalKTable<String, SpecificRecord> list =
        builder.globalTable(
            LIST_BY_TEXT,
            Consumed.with(Serdes.String(), avro).withName("read-list"),
            Materialized.as("listed"));
    KStream<String, SpecificRecord> transfers =
        builder.stream(
            config.topics().transfers(),
            Consumed.with(Serdes.String(), avro).withName("read-transfers"));
    KStream<String, SpecificRecord> bySender =
        transfers.join(
            list,
            (id, transfer) -> first(transfer, "senders"),
            (transfer, listed) -> transfer,
            Named.as("by-sender"));
    KStream<String, SpecificRecord> byReceiver =
        transfers.join(
            list,
            (id, transfer) -> first(transfer, "receivers"),
            (transfer, listed) -> transfer,
            Named.as("by-receiver"));
    bySender.to(
        config.topics().alerts(),
        Produced.with(Serdes.String(), avro).withName("write-sender-alerts"));
    byReceiver.to(
        config.topics().alerts(),
        Produced.with(Serdes.String(), avro).withName("write-receiver-alerts"));
  }

  private static @Nullable String first(SpecificRecord transfer, String side) {
    List<?> parties = (List<?>) field(transfer, side);
    // A join leaves out a transfer without a key.
    return parties.isEmpty() ? null : (String) field((SpecificRecord) parties.get(0), "address");
  }

  private static Object field(SpecificRecord record, String name) {
    return record.get(record.getSchema().getField(name).pos());
  }

  /* The records are generated classes, as a tutorial has them; which, the writer's schema says. */
  private static Serde<SpecificRecord> avro(WeirConfig config) {
    Map<String, Object> settings = new HashMap<>(config.registry());
    settings.put("schema.registry.url", config.schemaRegistryUrl());
    settings.put("specific.avro.reader", true);
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(settings, false);
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(settings, false);
    Serializer<SpecificRecord> out = serializer::serialize;
    Deserializer<SpecificRecord> in =
        (topic, bytes) -> (SpecificRecord) deserializer.deserialize(topic, bytes);
    return Serdes.serdeFrom(out, in);
  }
}
