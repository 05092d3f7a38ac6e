package io.weir.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.weir.avro.AvroSafety;
import io.weir.avro.RegistrySerdes;
import io.weir.domain.ListEvent;
import io.weir.embedded.EmbeddedBroker;
import io.weir.lists.ListFormats;
import io.weir.lists.ListId;
import io.weir.lists.ListReader;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;

/** A real broker with list topics of its own for each test. */
final class ListCluster implements AutoCloseable {
  static final ListId KOREA = new ListId("KR", "MOFA");
  private static final String HEADER = "entry_id,name,programs,address,asset_label,listed_on\n";

  private final EmbeddedBroker broker;
  private final RegistrySerdes serdes = RegistrySerdes.over(new MockSchemaRegistryClient());

  ListCluster(Path folder) {
    AvroSafety.apply();
    broker = EmbeddedBroker.start(folder);
  }

  /** Fresh topics, and an environment of their own. */
  /**
   * Waits until what was published can be read: the broker answers a commit before it has marked
   * the records as committed. The next publisher waits for that when it opens.
   */
  static void settle(ListTopics topics) {
    ListPublisher.open(topics, Clock.systemUTC()).close();
  }

  ListTopics topics() throws ExecutionException, InterruptedException {
    ListTopics topics = topics(serdes);
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              List.of(
                  topic(topics.addresses()), topic(topics.manifests()), history(topics.history())))
          .all()
          .get();
    }
    return topics;
  }

  ListTopics topics(RegistrySerdes with) {
    String environment = UUID.randomUUID().toString();
    return new ListTopics(
        client(),
        client(),
        with,
        "sanctioned-addresses-" + environment,
        "list-manifests-" + environment,
        "listing-history-" + environment,
        environment,
        Duration.ofSeconds(20));
  }

  /** The same topics through another registry. */
  static ListTopics through(RegistrySerdes serdes, ListTopics topics) {
    return new ListTopics(
        topics.consumer(),
        topics.producer(),
        serdes,
        topics.addresses(),
        topics.manifests(),
        topics.history(),
        topics.environment(),
        topics.patience());
  }

  /** Entry and address in turns; the name of each entry is its id and a suffix. */
  static Publication publication(String suffix, String... entriesAndAddresses)
      throws IOException, ListRefused {
    return publication(KOREA, suffix, entriesAndAddresses);
  }

  /** The same of another list. */
  static Publication publication(ListId id, String suffix, String... entriesAndAddresses)
      throws IOException, ListRefused {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < entriesAndAddresses.length; i += 2) {
      String entry = entriesAndAddresses[i];
      csv.append(entry).append(",Name of ").append(entry).append(suffix).append(",,");
      csv.append(entriesAndAddresses[i + 1]).append(",ETH,\n");
    }
    return new ListReader(ListFormats.find("csv").orElseThrow(), id, Optional.empty())
        .read("list.csv", new ByteArrayInputStream(csv.toString().getBytes(UTF_8)));
  }

  /** What the history holds, in its order. */
  List<ListEvent> history(ListTopics topics) {
    Deserializer<ListEvent> events = serdes.listEvent().deserializer();
    return records(topics.history()).stream()
        .map(record -> events.deserialize(topics.history(), record.value()))
        .toList();
  }

  /** All committed records, markers left out. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(Set.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  /** A producer that belongs to nobody in particular, or to a publisher that will die. */
  Producer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(client());
    settings.putAll(more);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void write(String topic, String key, byte[] value)
      throws ExecutionException, InterruptedException {
    try (Producer<byte[], byte[]> producer = producer(Map.of())) {
      producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)).get();
    }
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static NewTopic history(String name) {
    return new NewTopic(name, 1, (short) 1).configs(Map.of("retention.ms", "-1"));
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
  }

  @Override
  public void close() {
    broker.close();
  }
}
