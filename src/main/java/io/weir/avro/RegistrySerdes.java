package io.weir.avro;

import com.google.common.util.concurrent.UncheckedExecutionException;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.weir.domain.Alert;
import io.weir.domain.ListEvent;
import io.weir.domain.ListManifest;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackReport;
import io.weir.domain.SanctionedAddress;
import io.weir.domain.Transfer;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Domain values as Confluent writes them: 0x00, the schema's id in four bytes, Avro. Subjects
 * follow Confluent's TopicNameStrategy.
 *
 * <p>Reading and writing throw Kafka's {@code SerializationException} for a record that is wrong
 * and {@link RegistryUnavailable} for a registry that does not answer.
 */
public final class RegistrySerdes {
  /** Ids and subjects that one process can meet; Confluent's own default. */
  private static final int CACHED_SCHEMAS = 1000;

  private final SchemaRegistryClient client;
  private final Map<String, Object> config;

  private RegistrySerdes(SchemaRegistryClient client, Map<String, Object> config) {
    this.client = client;
    this.config = config;
  }

  /**
   * Serdes that speak to a registry.
   *
   * @param url of the registry
   * @param settings more settings of Confluent's client and serializer, by their own names
   */
  public static RegistrySerdes at(String url, Map<String, ?> settings) {
    Map<String, Object> config = new HashMap<>(settings);
    config.put("schema.registry.url", url);
    return new RegistrySerdes(new CachedSchemaRegistryClient(url, CACHED_SCHEMAS, config), config);
  }

  /** Serdes over a client that exists, such as Confluent's in-memory one. */
  public static RegistrySerdes over(SchemaRegistryClient client) {
    return new RegistrySerdes(client, Map.of("schema.registry.url", "mock://unused"));
  }

  /** The registry's client, for those that resolve schemas themselves. */
  public SchemaRegistryClient client() {
    return client;
  }

  /**
   * Makes sure that the registry takes our alerts, long before the first one is raised.
   *
   * @throws IOException when it does not answer
   * @throws RestClientException when it refuses the schema or us
   */
  public void announceAlerts(String topic) throws IOException, RestClientException {
    announce(topic, io.weir.avro.Alert.getClassSchema());
  }

  /**
   * Makes sure that the registry takes what look-back writes beside alerts.
   *
   * @throws IOException when it does not answer
   * @throws RestClientException when it refuses a schema or us
   */
  public void announceLookback(String changesTopic, String reportsTopic)
      throws IOException, RestClientException {
    announce(changesTopic, io.weir.avro.ListingChange.getClassSchema());
    announce(reportsTopic, io.weir.avro.LookbackReport.getClassSchema());
  }

  private void announce(String topic, Schema record) throws IOException, RestClientException {
    String subject = topic + "-value";
    AvroSchema schema = new AvroSchema(record);
    Object register = config.get("auto.register.schemas");
    if (register != null && !Boolean.parseBoolean(register.toString())) {
      client.getId(subject, schema);
    } else {
      client.register(subject, schema);
    }
  }

  /** Values of the transfers topic. */
  public Serde<Transfer> transfer() {
    return serde(TransferCodec::toAvro, io.weir.avro.Transfer.class, TransferCodec::toDomain);
  }

  /** Values of the list topic. */
  public Serde<SanctionedAddress> sanctionedAddress() {
    return serde(
        ListingCodec::toAvro, io.weir.avro.SanctionedAddress.class, ListingCodec::toDomain);
  }

  /** Values of the manifests topic. */
  public Serde<ListManifest> listManifest() {
    return serde(ManifestCodec::toAvro, io.weir.avro.ListManifest.class, ManifestCodec::toDomain);
  }

  /** Values of the history topic. */
  public Serde<ListEvent> listEvent() {
    return serde(EventCodec::toAvro, io.weir.avro.ListEvent.class, EventCodec::toDomain);
  }

  /** Values of the alerts topic. */
  public Serde<Alert> alert() {
    return serde(AlertCodec::toAvro, io.weir.avro.Alert.class, AlertCodec::toDomain);
  }

  /** Values of the changes topic. */
  public Serde<ListingChange> listingChange() {
    return serde(ChangeCodec::toAvro, io.weir.avro.ListingChange.class, ChangeCodec::toDomain);
  }

  /** Values of the topic of look-back reports. */
  public Serde<LookbackReport> lookbackReport() {
    return serde(ReportCodec::toAvro, io.weir.avro.LookbackReport.class, ReportCodec::toDomain);
  }

  private <D, A extends SpecificRecord> Serde<D> serde(
      Function<D, A> toAvro, Class<A> type, Function<A, D> toDomain) {
    return Serdes.serdeFrom(serializer(toAvro), deserializer(type, toDomain));
  }

  private <D, A> Serializer<D> serializer(Function<D, A> toAvro) {
    KafkaAvroSerializer confluent = new OneSchemaSerializer(client);
    confluent.configure(config, false);
    return (topic, value) ->
        value == null ? null : asking(() -> confluent.serialize(topic, toAvro.apply(value)));
  }

  private <D, A> Deserializer<D> deserializer(Class<A> type, Function<A, D> toDomain) {
    Map<String, Object> specific = new HashMap<>(config);
    specific.put("specific.avro.reader", true);
    KafkaAvroDeserializer confluent = new KafkaAvroDeserializer(client);
    confluent.configure(specific, false);
    return (topic, bytes) ->
        bytes == null
            ? null
            : toDomain.apply(type.cast(asking(() -> confluent.deserialize(topic, bytes))));
  }

  /** Tells a registry that gives no answer from a record that is wrong. */
  private static <T> T asking(Supplier<T> call) {
    try {
      return call.get();
    } catch (BufferUnderflowException e) {
      // Confluent reads the schema's id before it looks for faults.
      throw new SerializationException("The record ends within its first five bytes", e);
    } catch (UncheckedExecutionException e) {
      throw new SerializationException("The record's schema is not Avro", e);
    } catch (RetriableException | AuthenticationException | AuthorizationException e) {
      throw new RegistryUnavailable("The schema registry does not answer: " + e.getMessage(), e);
    } catch (SerializationException e) {
      if (RegistryFaults.isToBlame(e)) {
        throw new RegistryUnavailable(
            "The schema registry gives no usable answer: " + e.getCause().getMessage(), e);
      }
      throw e;
    }
  }
}
