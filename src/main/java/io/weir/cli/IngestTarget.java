package io.weir.cli;

import io.weir.avro.RegistrySerdes;
import io.weir.config.WeirConfig;
import io.weir.domain.Transfer;
import io.weir.ingest.JsonSink;
import io.weir.ingest.KafkaSink;
import io.weir.ingest.RecordTime;
import io.weir.ingest.TransferProducer;
import io.weir.ingest.TransferSink;
import io.weir.runtime.ActualTopic;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import io.weir.runtime.Registry;
import io.weir.runtime.Unreachable;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Where {@code weir ingest} writes.
 *
 * @param moved how many records got the present time because the topic keeps none of their age
 */
record IngestTarget(String name, TransferSink sink, LongSupplier moved) implements AutoCloseable {

  /** Standard output. */
  static IngestTarget printer(PrintWriter out) {
    return new IngestTarget("stdout", new JsonSink(out), () -> 0);
  }

  /**
   * The transfers topic, found on its cluster.
   *
   * @throws Unreachable when the cluster or the registry does not answer
   * @throws CommandFailed when the topic is not there
   */
  static IngestTarget topic(WeirConfig config, Clock clock) {
    String name = config.topics().transfers();
    ActualTopic topic = find(config, name);
    RecordTime time = new RecordTime(clock, retention(topic.settings()));
    int largest = Integer.parseInt(topic.settings().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
    return new IngestTarget(
        name, new KafkaSink(producer(config, largest), name, time), time::moved);
  }

  private static ActualTopic find(WeirConfig config, String name) {
    try (Brokers brokers = Brokers.connect(config)) {
      ActualTopic topic = new ClusterTopics(brokers, config).read().get(name);
      if (topic == null) {
        throw new CommandFailed(
            ExitCode.TOPICS,
            "Topic " + name + " is missing. To create it, run: weir topics create");
      }
      return topic;
    }
  }

  private static Optional<Duration> retention(Map<String, String> settings) {
    List<String> policies = List.of(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).split(","));
    long millis = Long.parseLong(settings.get(TopicConfig.RETENTION_MS_CONFIG));
    return policies.contains(TopicConfig.CLEANUP_POLICY_DELETE) && millis >= 0
        ? Optional.of(Duration.ofMillis(millis))
        : Optional.empty();
  }

  private static Producer<String, Transfer> producer(WeirConfig config, int largest) {
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("producer."));
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, config.applicationId("ingest"));
    RegistrySerdes serdes = Registry.connect(config);
    try {
      return TransferProducer.open(settings, serdes.transfer().serializer(), largest);
    } catch (KafkaException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new Unreachable("Kafka's producer cannot be set up: " + reason.getMessage(), e);
    }
  }

  @Override
  public void close() {
    sink.close();
  }
}
