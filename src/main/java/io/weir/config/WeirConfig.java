package io.weir.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A configuration that was found valid: every value, and where it came from. Immutable. */
public final class WeirConfig {
  private final Map<String, Setting> settings;
  private final Map<String, Object> values;

  WeirConfig(Map<String, Setting> settings, Map<String, Object> values) {
    this.settings = Map.copyOf(settings);
    this.values = Map.copyOf(values);
  }

  public String environment() {
    return text(ConfigKeys.ENVIRONMENT);
  }

  /** Kafka's application id for a role of Weir, such as {@code screening}. */
  public String applicationId(String role) {
    return "weir-" + role + "-" + environment();
  }

  public Topics topics() {
    return new Topics(
        topic(ConfigKeys.TRANSFERS),
        topic(ConfigKeys.SANCTIONED_ADDRESSES),
        topic(ConfigKeys.LIST_MANIFESTS),
        topic(ConfigKeys.LISTING_HISTORY),
        topic(ConfigKeys.SCREENED_TRANSFERS),
        topic(ConfigKeys.ALERTS),
        topic(ConfigKeys.DEAD_LETTERS),
        topic(ConfigKeys.LISTING_CHANGES),
        topic(ConfigKeys.LOOKBACK_REPORTS));
  }

  /** Partitions for a transfers topic that Weir creates. */
  public int partitions() {
    return integer(ConfigKeys.PARTITIONS);
  }

  /** Replicas of topics that Weir creates; -1 for the broker's default. */
  public short replicationFactor() {
    return (Short) value(ConfigKeys.REPLICATION_FACTOR);
  }

  public int transfersMaxMessageBytes() {
    return integer(ConfigKeys.TRANSFERS_MAX_MESSAGE_BYTES);
  }

  public int outputMaxMessageBytes() {
    return integer(ConfigKeys.OUTPUT_MAX_MESSAGE_BYTES);
  }

  public int alertMaxBytes() {
    return integer(ConfigKeys.ALERT_MAX_BYTES);
  }

  public Duration screenedRetention() {
    return millis(ConfigKeys.SCREENED_RETENTION);
  }

  public Duration alertsRetention() {
    return millis(ConfigKeys.ALERTS_RETENTION);
  }

  public Duration deadLettersRetention() {
    return millis(ConfigKeys.DEAD_LETTERS_RETENTION);
  }

  /** The policy file; empty for the built-in policy. */
  public Optional<Path> policyFile() {
    return file(ConfigKeys.POLICY_FILE);
  }

  /** The chains file; empty for the built-in chains. */
  public Optional<Path> chainsFile() {
    return file(ConfigKeys.CHAINS_FILE);
  }

  /** The file of the user's own decisions; empty when there is none. */
  public Optional<Path> overridesFile() {
    return file(ConfigKeys.OVERRIDES_FILE);
  }

  /** How old a list may grow that has no limit of its own. */
  public Duration listsMaxAge() {
    return millis(ConfigKeys.LISTS_MAX_AGE);
  }

  /** Whether a stale list leaves readiness on. */
  public boolean toleratesStaleLists() {
    return text(ConfigKeys.LISTS_STALE).equals("warn");
  }

  /** The file of sources of lists; empty for the built-in one. */
  public Optional<Path> listsFile() {
    return file(ConfigKeys.LISTS_FILE);
  }

  /** The proxy that lists are fetched through, or the word none; empty when nobody said. */
  public Optional<String> listsHttpProxy() {
    return Optional.of(text(ConfigKeys.LISTS_HTTP_PROXY)).filter(text -> !text.isEmpty());
  }

  /** For one list, with all tries and pauses. */
  public Duration listsHttpTimeout() {
    return millis(ConfigKeys.LISTS_HTTP_TIMEOUT);
  }

  /** Without a byte from the server. */
  public Duration listsHttpStallTimeout() {
    return millis(ConfigKeys.LISTS_HTTP_STALL_TIMEOUT);
  }

  public Path stateDir() {
    return Path.of(text(ConfigKeys.STATE_DIR));
  }

  public int threads() {
    return integer(ConfigKeys.THREADS);
  }

  /** Threads that help those that screen; empty for as many as there are processors for. */
  public OptionalInt helperThreads() {
    int count = integer(ConfigKeys.HELPER_THREADS);
    return count < 0 ? OptionalInt.empty() : OptionalInt.of(count);
  }

  /** Whether every transfer is written on with its verdict. */
  public boolean writesScreenedTransfers() {
    return text(ConfigKeys.SCREENED_OUTPUT).equals("all");
  }

  /** The shortest time between two commits that alerts ask for. */
  public Duration alertCommitInterval() {
    return millis(ConfigKeys.ALERT_COMMIT_INTERVAL);
  }

  /** Threads that look back, in each process. */
  public int lookbackThreads() {
    return integer(ConfigKeys.LOOKBACK_THREADS);
  }

  /** Transfers in a segment of look-back's index. */
  public int lookbackSegmentRecords() {
    return integer(ConfigKeys.LOOKBACK_SEGMENT_RECORDS);
  }

  /** Transfers that a scan reads at a time, at most. */
  public int lookbackPageRecords() {
    return integer(ConfigKeys.LOOKBACK_PAGE_RECORDS);
  }

  /** How long a scan may keep its thread at a time. */
  public Duration lookbackPageTime() {
    return millis(ConfigKeys.LOOKBACK_PAGE_TIME);
  }

  /** How long a scan leaves its thread to others between two pages. */
  public Duration lookbackPagePause() {
    return millis(ConfigKeys.LOOKBACK_PAGE_PAUSE);
  }

  public Duration lookbackReportsRetention() {
    return millis(ConfigKeys.LOOKBACK_REPORTS_RETENTION);
  }

  public Duration startTimeout() {
    return millis(ConfigKeys.START_TIMEOUT);
  }

  public Duration closeTimeout() {
    return millis(ConfigKeys.CLOSE_TIMEOUT);
  }

  public Duration registryRetryMax() {
    return millis(ConfigKeys.REGISTRY_RETRY_MAX);
  }

  public String httpHost() {
    return text(ConfigKeys.HTTP_HOST);
  }

  public int httpPort() {
    return integer(ConfigKeys.HTTP_PORT);
  }

  /** The registry's URL, or several separated by commas; empty when none was needed. */
  public String schemaRegistryUrl() {
    return text(ConfigKeys.SCHEMA_REGISTRY_URL);
  }

  /** The registry's URL as it may be shown: without user and password. */
  public String shownSchemaRegistryUrl() {
    return Secrets.shown(ConfigKeys.SCHEMA_REGISTRY_URL, schemaRegistryUrl());
  }

  /** The brokers as the operator wrote them; empty when none were needed. */
  public String bootstrapServers() {
    return kafka().getOrDefault("bootstrap.servers", "");
  }

  /** What is handed to Kafka's clients, without the prefix. May hold secrets: never print it. */
  public Map<String, String> kafka() {
    return passedOn(ConfigKeys.KAFKA_PREFIX);
  }

  /**
   * What one client of ours gets: the keys that all share, and those behind its own prefix, which
   * win. May hold secrets.
   *
   * @param prefix as Kafka Streams names its inner clients, such as {@code admin.}
   */
  public Map<String, String> kafkaClient(String prefix) {
    Map<String, String> shared = new TreeMap<>();
    Map<String, String> own = new TreeMap<>();
    kafka()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                own.put(key.substring(prefix.length()), value);
              } else if (ClientKeys.withoutInnerClient(key).equals(key)) {
                shared.put(key, value);
              }
            });
    shared.putAll(own);
    if (prefix.equals(ClientDefault.CONSUMER)) {
      ClientDefault.applyToConsumer(shared);
    }
    return Map.copyOf(shared);
  }

  /** What is handed to the registry's client, without the prefix. May hold secrets. */
  public Map<String, String> registry() {
    return passedOn(ConfigKeys.REGISTRY_PREFIX);
  }

  /** Where the key's value was set. */
  public Origin origin(String key) {
    Setting setting = settings.get(key);
    return setting == null ? new Origin.Default() : setting.origin();
  }

  /** Every key with its value, safe to print: Weir's own first, then what is passed on. */
  public List<EffectiveValue> effective() {
    List<EffectiveValue> all = new ArrayList<>();
    for (String key : new TreeMap<>(values).keySet()) {
      all.add(effective(key, value(key).toString(), true));
    }
    for (Setting passed : new TreeMap<>(settings).values()) {
      if (!values.containsKey(passed.key())) {
        all.add(effective(passed.key(), passed.value(), isKnown(passed.key())));
      }
    }
    return List.copyOf(all);
  }

  @Override
  public String toString() {
    return effective().toString();
  }

  private EffectiveValue effective(String key, String value, boolean known) {
    String shown = Secrets.shown(key, value);
    return new EffectiveValue(key, shown, origin(key), !shown.equals(value), known);
  }

  private static boolean isKnown(String key) {
    return !key.startsWith(ConfigKeys.KAFKA_PREFIX)
        || ClientKeys.isKnown(key.substring(ConfigKeys.KAFKA_PREFIX.length()));
  }

  private Map<String, String> passedOn(String prefix) {
    Map<String, String> passed = new TreeMap<>();
    settings.forEach(
        (key, setting) -> {
          if (key.startsWith(prefix)) {
            passed.put(key.substring(prefix.length()), setting.value());
          }
        });
    return Map.copyOf(passed);
  }

  private String topic(String key) {
    return text(ConfigKeys.TOPIC_PREFIX) + text(key);
  }

  private Optional<Path> file(String key) {
    return text(key).isEmpty() ? Optional.empty() : Optional.of(Path.of(text(key)));
  }

  private Duration millis(String key) {
    return Duration.ofMillis(((Number) value(key)).longValue());
  }

  private int integer(String key) {
    return (Integer) value(key);
  }

  private String text(String key) {
    return (String) value(key);
  }

  private Object value(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is not a key of Weir");
    }
    return value;
  }
}
