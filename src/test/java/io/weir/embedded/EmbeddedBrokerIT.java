package io.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.server.common.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  private static final String TOPIC = "records";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  @TempDir Path folder;

  @Test
  void shouldShowCommittedRecordsOnlyAndKeepThemOverARestartOnAnotherPort() throws Exception {
    int port;
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
      port = broker.port();
      createTopic(broker);
      try (KafkaProducer<String, String> producer = producer(broker)) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, "aborted")).get(30, TimeUnit.SECONDS);
        producer.abortTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, "committed")).get(30, TimeUnit.SECONDS);
        producer.commitTransaction();
      }
      assertThat(committed(broker)).containsExactly("committed");
      assertThat(broker.fault()).isEmpty();
    }

    try (LoopbackSockets taken = new LoopbackSockets()) {
      taken.bind("other", port);
      try (EmbeddedBroker again = EmbeddedBroker.start(folder)) {
        assertThat(again.port()).isNotEqualTo(port);
        assertThat(committed(again)).containsExactly("committed");
      }
    }
  }

  @Test
  void shouldRunWithTheProductionLevelsOfAllFeatures() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
        Admin admin = admin(broker)) {
      var levels =
          admin.describeFeatures().featureMetadata().get(30, TimeUnit.SECONDS).finalizedFeatures();

      assertThat(levels.get("transaction.version").maxVersionLevel())
          .isEqualTo(Feature.TRANSACTION_VERSION.latestProduction())
          .isEqualTo((short) 2);
    }
  }

  @Test
  void shouldComeBackOnTheSamePortWhenAsked() throws Exception {
    int port;
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
      port = broker.port();
      createTopic(broker);
    }

    try (EmbeddedBroker again = EmbeddedBroker.start(folder, port);
        Admin admin = admin(again)) {
      assertThat(again.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).containsExactly(TOPIC);
    }
  }

  @Test
  void shouldRefuseAFolderOrAPortThatIsInUse(@TempDir Path other) {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(folder))
          .isInstanceOf(EmbeddedFailure.class)
          .hasMessageContaining(folder + " is in use");
      assertThatThrownBy(() -> EmbeddedBroker.start(other, broker.port()))
          .isInstanceOf(EmbeddedFailure.class)
          .hasMessageContaining("Cannot listen on 127.0.0.1:" + broker.port());
    }
  }

  @Test
  void shouldRefuseADamagedFolderAndLeaveItFreeForTheNextTry() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("kafka"));
    Path foreign = Files.createDirectories(logs.resolve("records-0"));
    assertThatThrownBy(() -> EmbeddedBroker.start(folder))
        .isInstanceOf(EmbeddedFailure.class)
        .hasMessageContaining("holds data but no meta.properties");

    Files.delete(foreign);
    Path properties = logs.resolve("meta.properties");
    Files.writeString(properties, "version=1\nnode.id=7\ncluster.id=AAAAAAAAQACAAAAAAAAAAQ\n");
    assertThatThrownBy(() -> EmbeddedBroker.start(folder))
        .isInstanceOf(EmbeddedFailure.class)
        .hasMessageContaining("cannot start on " + folder);

    Files.delete(properties);
    EmbeddedBroker.start(folder).close();
  }

  @Test
  void shouldNotMakeTopicsThatNobodyCreated() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 2000),
                new StringSerializer(),
                new StringSerializer())) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>(TOPIC, "lost")).get())
          .hasCauseInstanceOf(TimeoutException.class)
          .hasMessageContaining("not present in metadata");
    }
  }

  private static void createTopic(EmbeddedBroker broker) throws Exception {
    try (Admin admin = admin(broker)) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static KafkaProducer<String, String> producer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(EmbeddedBroker broker) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  private static List<String> committed(EmbeddedBroker broker) {
    try (KafkaConsumer<String, String> consumer = consumer(broker)) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
      List<String> values = new ArrayList<>();
      while (consumer.position(PARTITION) < end) {
        for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofSeconds(1))) {
          values.add(read.value());
        }
      }
      return values;
    }
  }
}
