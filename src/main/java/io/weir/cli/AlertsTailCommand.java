package io.weir.cli;

import io.weir.avro.RegistrySerdes;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.Alert;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import io.weir.runtime.Registry;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir alerts tail}: the alerts as they come. */
@Command(
    name = "tail",
    description = {
      "Prints alerts as they come, committed ones only, until Ctrl-C.",
      "Belongs to no consumer group and commits no offsets."
    })
final class AlertsTailCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long STOP_SECONDS = 10;

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(
      names = "--json",
      description = "Print JSON, one alert a line, with the field names of schemas/Alert.avsc.")
  private boolean json;

  @Option(
      names = "--from-beginning",
      description = "Begin with the oldest alert on the topic instead of the next.")
  private boolean fromBeginning;

  @Option(names = "--limit", paramLabel = "N", description = "End after so many alerts.")
  private @Nullable Long limit;

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit expects 1 or more.");
    }
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    List<TopicPartition> partitions = partitions(config);
    RegistrySerdes serdes = Registry.connect(config);
    CountDownLatch ended = new CountDownLatch(1);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(config)) {
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
        // Looked up now: what comes between this line and the first poll belongs to the tail.
        partitions.forEach(consumer::position);
      }
      StopHook hook = StopHook.install("weir-tail-stop", () -> stop(consumer, ended));
      try {
        print(consumer, serdes.alert().deserializer());
      } catch (WakeupException stopped) {
        // Told to stop; everything printed is whole.
      } finally {
        hook.remove();
      }
    } finally {
      spec.commandLine().getOut().flush();
      ended.countDown();
    }
    return ExitCode.OK.number();
  }

  /** Runs while the process ends. */
  private static void stop(KafkaConsumer<byte[], byte[]> consumer, CountDownLatch ended) {
    consumer.wakeup();
    try {
      boolean inTime = ended.await(STOP_SECONDS, TimeUnit.SECONDS);
      Main.endNow(inTime ? ExitCode.OK : ExitCode.STOP_TIMED_OUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<TopicPartition> partitions(WeirConfig config) {
    String topic = config.topics().alerts();
    try (Brokers brokers = Brokers.connect(config)) {
      var found = new ClusterTopics(brokers, config).read().get(topic);
      if (found == null) {
        throw new CommandFailed(
            ExitCode.TOPICS,
            "Topic " + topic + " is missing. To create it, run: weir topics create");
      }
      return IntStream.range(0, found.partitions())
          .mapToObj(partition -> new TopicPartition(topic, partition))
          .toList();
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(WeirConfig config) {
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("consumer."));
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    // Retention may take the oldest away while it is being read.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void print(KafkaConsumer<byte[], byte[]> consumer, Deserializer<Alert> deserializer) {
    PrintWriter out = spec.commandLine().getOut();
    long printed = 0;
    while (true) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        print(out, record, deserializer);
        printed++;
        if (limit != null && printed == limit) {
          return;
        }
      }
      if (out.checkError()) {
        // Nobody reads on, such as a pager that was left.
        return;
      }
    }
  }

  private void print(
      PrintWriter out, ConsumerRecord<byte[], byte[]> record, Deserializer<Alert> deserializer) {
    try {
      Alert alert = deserializer.deserialize(record.topic(), record.value());
      out.println(json ? AlertJson.line(alert) : AlertLine.of(alert));
    } catch (SerializationException e) {
      spec.commandLine()
          .getErr()
          .println(
              record.topic()
                  + "-"
                  + record.partition()
                  + "@"
                  + record.offset()
                  + " is no alert that this Weir can read: "
                  + e.getMessage());
    }
  }
}
