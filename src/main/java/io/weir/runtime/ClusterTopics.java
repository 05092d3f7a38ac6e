package io.weir.runtime;

import io.weir.config.WeirConfig;
import io.weir.runtime.PlannedTopic.Partitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Weir's topics on a cluster: looked at, and created where missing. */
public final class ClusterTopics {
  private static final long VISIBLE_POLL_NANOS = Duration.ofMillis(50).toNanos();

  private final Brokers brokers;
  private final WeirConfig config;
  private final TopicPlan plan;

  public ClusterTopics(Brokers brokers, WeirConfig config) {
    this.brokers = brokers;
    this.config = config;
    this.plan = TopicPlan.of(config);
  }

  /** What is not as it must be. */
  public List<TopicFinding> check() {
    return TopicCheck.findings(config, read());
  }

  /** The topics of the plan that exist, by name. */
  public Map<String, ActualTopic> read() {
    Map<String, Integer> partitions = new HashMap<>();
    brokers
        .admin()
        .describeTopics(plan.names())
        .topicNameValues()
        .forEach(
            (name, answer) ->
                describe(answer)
                    .ifPresent(topic -> partitions.put(name, topic.partitions().size())));
    Map<String, ActualTopic> topics = new HashMap<>();
    brokers
        .admin()
        .describeConfigs(partitions.keySet().stream().map(ClusterTopics::resource).toList())
        .values()
        .forEach(
            (resource, answer) -> {
              String name = resource.name();
              topics.put(
                  name,
                  new ActualTopic(name, partitions.get(name), settings(brokers.await(answer))));
            });
    return topics;
  }

  /**
   * Creates what is missing and changes nothing that exists.
   *
   * @param partitions of transfers, should it be missing; empty for the configuration's
   * @return the names of the topics that were created
   * @throws TopicsNotCreated when the cluster refuses one
   */
  public List<String> create(OptionalInt partitions) {
    Map<String, ActualTopic> existing = read();
    ActualTopic transfers = existing.get(plan.transfers().name());
    int count = transfers == null ? partitions.orElse(config.partitions()) : transfers.partitions();
    Optional<Short> replicas =
        config.replicationFactor() < 0 ? Optional.empty() : Optional.of(config.replicationFactor());
    List<NewTopic> missing =
        plan.topics().stream()
            .filter(topic -> !existing.containsKey(topic.name()))
            .map(
                topic ->
                    new NewTopic(
                            topic.name(),
                            Optional.of(topic.partitions() == Partitions.ONE ? 1 : count),
                            replicas)
                        .configs(topic.settings()))
            .toList();
    List<String> created = new ArrayList<>();
    brokers
        .admin()
        .createTopics(missing)
        .values()
        .forEach(
            (name, answer) -> {
              if (create(name, answer)) {
                created.add(name);
              }
            });
    awaitVisible(created);
    return plan.names().stream().filter(created::contains).toList();
  }

  /** The controller answers before every broker has heard of a new topic. */
  private void awaitVisible(List<String> created) {
    long deadline = System.nanoTime() + config.startTimeout().toNanos();
    while (!read().keySet().containsAll(created) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(VISIBLE_POLL_NANOS);
    }
  }

  private boolean create(String name, KafkaFuture<Void> answer) {
    try {
      brokers.await(answer);
      return true;
    } catch (TopicExistsException somebodyElseDid) {
      return false;
    } catch (ApiException refused) {
      throw new TopicsNotCreated(
          "The cluster did not create " + name + ": " + refused.getMessage(), refused);
    }
  }

  private Optional<TopicDescription> describe(KafkaFuture<TopicDescription> answer) {
    try {
      return Optional.of(brokers.await(answer));
    } catch (UnknownTopicOrPartitionException missing) {
      return Optional.empty();
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static Map<String, String> settings(Config config) {
    return config.entries().stream()
        .filter(entry -> entry.value() != null)
        .collect(Collectors.toMap(entry -> entry.name(), entry -> entry.value()));
  }
}
