package io.weir.bench;

import io.weir.config.Topics;
import io.weir.config.WeirConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far an application has committed its work, as the broker knows it. */
final class Commits {
  private final Admin admin;
  private final String group;
  private final String input;
  private final List<TopicPartition> outputs;

  /**
   * @param group of the application
   * @param input the topic that it works through
   */
  Commits(Admin admin, String group, String input, WeirConfig config) throws InterruptedException {
    this.admin = admin;
    this.group = group;
    this.input = input;
    Topics topics = config.topics();
    List<String> names = List.of(topics.screenedTransfers(), topics.alerts(), topics.deadLetters());
    List<String> present =
        answer(admin.listTopics().names()).stream().filter(names::contains).toList();
    this.outputs =
        answer(admin.describeTopics(present).allTopicNames()).values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(part -> new TopicPartition(topic.name(), part.partition())))
            .toList();
  }

  /** Transfers whose results are committed. */
  long committed() throws InterruptedException {
    return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().topic().equals(input) && entry.getValue() != null)
        .mapToLong(entry -> entry.getValue().offset())
        .sum();
  }

  /** Whether no transaction is open on an output: a reader of what is committed sees it all. */
  boolean isSettled() throws InterruptedException {
    return ends(IsolationLevel.READ_COMMITTED).equals(ends(IsolationLevel.READ_UNCOMMITTED));
  }

  private Map<TopicPartition, Long> ends(IsolationLevel isolation) throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        outputs.stream().collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest()));
    return answer(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private static <T> T answer(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new BenchFailure("The broker does not answer: " + e.getCause().getMessage(), e);
    }
  }
}
