package io.weir.bench;

import io.weir.config.ConfigKeys;
import io.weir.config.WeirConfig;
import io.weir.runtime.Brokers;
import io.weir.runtime.ClusterTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** The cluster of a benchmark, a process of its own, and what is written on it. */
final class Bed implements AutoCloseable {
  private static final Duration BROKER_LIMIT = Duration.ofMinutes(2);

  /** By default a minute, and the disk may not have room for what the next run writes. */
  private static final ConfigEntry DELETE_SOON =
      new ConfigEntry("log.segment.delete.delay.ms", "1000");

  /** What is deleted takes no room worth waiting for when it is less than this. */
  private static final long WORTH_WAITING_BYTES = 64 << 20;

  private static final Duration DELETE_LIMIT = Duration.ofSeconds(30);
  private static final long DELETE_POLL_MILLIS = 100;

  /** Room for a broker's caches; its data is in the system's page cache. */
  private static final List<String> BROKER_OPTIONS = List.of("-Xmx1g");

  private final Launcher launcher;
  private final BedSettings settings;
  private final Path logs;
  private final Child broker;
  private final Map<String, String> addresses;
  private final Brokers brokers;

  Bed(Launcher launcher, BedSettings settings) throws InterruptedException {
    this.launcher = launcher;
    this.settings = settings;
    Path data = launcher.folder().resolve("broker");
    this.logs = data.resolve("kafka");
    this.broker =
        launcher.start(
            "broker", BrokerWork.class, BROKER_OPTIONS, Map.of(BrokerWork.FOLDER, data.toString()));
    Map<String, String> ready = broker.await(BrokerWork.READY, BROKER_LIMIT);
    this.addresses =
        Map.of(
            ConfigKeys.BOOTSTRAP_SERVERS, ready.getOrDefault(BrokerWork.BOOTSTRAP, ""),
            ConfigKeys.SCHEMA_REGISTRY_URL, ready.getOrDefault(BrokerWork.REGISTRY, ""));
    this.brokers = Brokers.connect(BenchConfig.of(addresses));
    brokers.await(
        admin()
            .incrementalAlterConfigs(
                Map.of(
                    new ConfigResource(ConfigResource.Type.BROKER, ""),
                    List.of(new AlterConfigOp(DELETE_SOON, AlterConfigOp.OpType.SET))))
            .all());
  }

  BedSettings settings() {
    return settings;
  }

  Launcher launcher() {
    return launcher;
  }

  Admin admin() {
    return brokers.admin();
  }

  /** How the clients of all Kafka Streams applications are set. */
  Map<String, String> clientSettings() {
    Map<String, String> config = new HashMap<>(settings.set());
    config.putAll(addresses);
    return ClientSettings.of(BenchConfig.of(config));
  }

  /** The keys that say where broker and registry are. */
  Map<String, String> addresses() {
    return addresses;
  }

  /** The process of the broker. */
  ProcessHandle broker() {
    return broker.handle();
  }

  /**
   * The configuration of one run of an application: outputs, group and state are its own.
   *
   * @param run lower-case letters, digits and hyphens; no two runs may share it
   * @param transfers the topic that it reads
   * @param list the topic of the list that it reads
   * @param more keys of this application
   */
  Map<String, String> config(String run, String transfers, String list, Map<String, String> more) {
    Map<String, String> config = new HashMap<>();
    config.put(ConfigKeys.PARTITIONS, Integer.toString(settings.partitions()));
    config.putAll(settings.set());
    config.putAll(more);
    config.putAll(addresses);
    config.put(ConfigKeys.ENVIRONMENT, run);
    config.put(ConfigKeys.REPLICATION_FACTOR, "1");
    config.put(ConfigKeys.STATE_DIR, launcher.folder().resolve("state").resolve(run).toString());
    config.put(ConfigKeys.TRANSFERS, transfers);
    config.put(ConfigKeys.SANCTIONED_ADDRESSES, list);
    config.put(ConfigKeys.SCREENED_TRANSFERS, run + "-screened");
    config.put(ConfigKeys.ALERTS, run + "-alerts");
    config.put(ConfigKeys.DEAD_LETTERS, run + "-dead-letters");
    config.put(ConfigKeys.LISTING_CHANGES, run + "-listing-changes");
    config.put(ConfigKeys.LOOKBACK_REPORTS, run + "-lookback-reports");
    return config;
  }

  /** Creates the topics of a configuration as {@code weir topics create} does. */
  void createTopics(WeirConfig config) {
    new ClusterTopics(brokers, config).create(OptionalInt.of(settings.partitions()));
  }

  /** Creates a topic that keeps what it gets. */
  void create(String topic, int partitions) {
    NewTopic created =
        new NewTopic(topic, partitions, (short) 1)
            .configs(
                Map.of(
                    // A benchmark may take longer than a topic keeps its records by default.
                    "retention.ms", "-1",
                    "compression.type", "producer",
                    // Latency counts from the append.
                    "message.timestamp.type", "LogAppendTime"));
    brokers.await(admin().createTopics(List.of(created)).all());
  }

  /** How many bytes these topics take on the broker, all partitions together. */
  long storedBytes(Collection<String> topics) {
    List<Integer> nodes =
        brokers.await(admin().describeCluster().nodes()).stream().map(Node::id).toList();
    return brokers.await(admin().describeLogDirs(nodes).allDescriptions()).values().stream()
        .flatMap(folders -> folders.values().stream())
        .flatMap(folder -> folder.replicaInfos().entrySet().stream())
        .filter(replica -> topics.contains(replica.getKey().topic()))
        .mapToLong(replica -> replica.getValue().size())
        .sum();
  }

  /** Deletes what a run wrote, its stores' topics among it. */
  void deleteAllOf(String run) throws InterruptedException {
    delete(name -> name.startsWith(run + "-") || name.contains("-" + run + "-"));
  }

  /** Deletes a topic. */
  void delete(String topic) throws InterruptedException {
    delete(topic::equals);
  }

  /** Deletes topics; those that are large no longer take room then. */
  private void delete(Predicate<String> which) throws InterruptedException {
    List<String> present = new ArrayList<>(brokers.await(admin().listTopics().names()));
    present.removeIf(which.negate());
    boolean large = storedBytes(present) >= WORTH_WAITING_BYTES;
    brokers.await(admin().deleteTopics(present).all());
    long deadline = System.nanoTime() + DELETE_LIMIT.toNanos();
    while (large && isDeleting() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(DELETE_POLL_MILLIS);
    }
  }

  /* The broker renames a partition's folder first and deletes it later. */
  private boolean isDeleting() {
    try (Stream<Path> folders = Files.list(logs)) {
      return folders.anyMatch(folder -> folder.toString().endsWith("-delete"));
    } catch (IOException e) {
      throw new BenchFailure("The broker's folder cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    brokers.close();
    broker.close();
  }
}
