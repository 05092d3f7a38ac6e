package io.weir.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.SHORT;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Every key of Weir's own: type, default, what is valid, and what it means. */
public final class ConfigKeys {
  /** What stands before every key of Weir's own. */
  public static final String PREFIX = "weir.";

  /** What stands before a key that is handed to Kafka's clients. */
  public static final String KAFKA_PREFIX = "kafka.";

  /** What stands before a key that is handed to the schema registry's client. */
  public static final String REGISTRY_PREFIX = "registry.";

  public static final String BOOTSTRAP_SERVERS = KAFKA_PREFIX + "bootstrap.servers";

  public static final String ENVIRONMENT = "weir.environment";
  public static final String SCHEMA_REGISTRY_URL = "weir.schema.registry.url";
  public static final String REGISTRY_RETRY_MAX = "weir.registry.retry.max.ms";
  public static final String START_TIMEOUT = "weir.start.timeout.ms";
  public static final String CLOSE_TIMEOUT = "weir.close.timeout.ms";
  public static final String STATE_DIR = "weir.state.dir";
  public static final String THREADS = "weir.threads.count";
  public static final String POLICY_FILE = "weir.policy.file";
  public static final String CHAINS_FILE = "weir.chains.file";
  public static final String OVERRIDES_FILE = "weir.overrides.file";
  public static final String LISTS_MAX_AGE = "weir.lists.max.age.ms";
  public static final String LISTS_STALE = "weir.lists.stale";
  public static final String SCREENED_OUTPUT = "weir.screened.output";
  public static final String ALERT_COMMIT_INTERVAL = "weir.alerts.commit.min.interval.ms";
  public static final String ALERT_MAX_BYTES = "weir.alerts.max.bytes";
  public static final String TOPIC_PREFIX = "weir.topics.prefix";
  public static final String TRANSFERS = "weir.topics.transfers";
  public static final String SANCTIONED_ADDRESSES = "weir.topics.sanctioned-addresses";
  public static final String LIST_MANIFESTS = "weir.topics.list-manifests";
  public static final String LISTING_HISTORY = "weir.topics.listing-history";
  public static final String SCREENED_TRANSFERS = "weir.topics.screened-transfers";
  public static final String ALERTS = "weir.topics.alerts";
  public static final String DEAD_LETTERS = "weir.topics.dead-letters";
  public static final String LISTING_CHANGES = "weir.topics.listing-changes";
  public static final String LOOKBACK_REPORTS = "weir.topics.lookback-reports";
  public static final String HELPER_THREADS = "weir.helper.threads.count";
  public static final String LOOKBACK_THREADS = "weir.lookback.threads.count";
  public static final String LOOKBACK_SEGMENT_RECORDS = "weir.lookback.segment.records";
  public static final String LOOKBACK_PAGE_RECORDS = "weir.lookback.page.records";
  public static final String LOOKBACK_PAGE_TIME = "weir.lookback.page.time.ms";
  public static final String LOOKBACK_PAGE_PAUSE = "weir.lookback.page.pause.ms";
  public static final String LOOKBACK_REPORTS_RETENTION = "weir.lookback.reports.retention.ms";
  public static final String PARTITIONS = "weir.topics.partitions.count";
  public static final String REPLICATION_FACTOR = "weir.topics.replication.factor";
  public static final String TRANSFERS_MAX_MESSAGE_BYTES = "weir.transfers.max.message.bytes";
  public static final String OUTPUT_MAX_MESSAGE_BYTES = "weir.output.max.message.bytes";
  public static final String SCREENED_RETENTION = "weir.screened.retention.ms";
  public static final String ALERTS_RETENTION = "weir.alerts.retention.ms";
  public static final String DEAD_LETTERS_RETENTION = "weir.dead.letters.retention.ms";
  public static final String LISTS_FILE = "weir.lists.file";
  public static final String LISTS_HTTP_PROXY = "weir.lists.http.proxy";
  public static final String LISTS_HTTP_TIMEOUT = "weir.lists.http.timeout.ms";
  public static final String LISTS_HTTP_STALL_TIMEOUT = "weir.lists.http.stall.timeout.ms";
  public static final String HTTP_HOST = "weir.http.host";
  public static final String HTTP_PORT = "weir.http.port";

  /** Every key with its type, default and meaning, grouped as the documents show it. */
  public static final ConfigDef DEFINITION = new Keys().definition();

  private ConfigKeys() {}

  /** The names of the groups, in the order of the documents. */
  public static List<String> groups() {
    return List.copyOf(DEFINITION.groups());
  }

  /** The variable of the environment for each key that can be set by one. */
  static Map<String, String> keysByVariable() {
    Map<String, String> byVariable =
        DEFINITION.names().stream()
            .collect(Collectors.toMap(Variables::nameOf, key -> key, (a, b) -> a, TreeMap::new));
    byVariable.put(Variables.BOOTSTRAP_SERVERS, BOOTSTRAP_SERVERS);
    return byVariable;
  }

  /** Collects the keys in the order of the documents. */
  private static final class Keys {
    private final ConfigDef def = new ConfigDef();
    private String group = "";
    private int order;

    ConfigDef definition() {
      group("The installation");
      key(
          ENVIRONMENT,
          STRING,
          "default",
          Validators.matching(
              "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?",
              "lower-case letters, digits and '-', at most 40"),
          HIGH,
          "Names this installation. Kafka's application ids are `weir-<role>-<environment>`, so"
              + " that two installations on one cluster keep apart. Changing it throws the state"
              + " and the read positions away.");
      key(
          SCHEMA_REGISTRY_URL,
          STRING,
          "",
          Validators.urls(),
          HIGH,
          "Where the schema registry answers. Required by every command that reads or writes"
              + " records.");
      key(
          REGISTRY_RETRY_MAX,
          LONG,
          Duration.ofMinutes(2).toMillis(),
          Validators.atLeast(0),
          LOW,
          "How long one record waits for a schema registry that does not answer, in milliseconds."
              + " Then its thread is replaced and asks again: nothing is lost, and Weir does not"
              + " stop. Keep it below kafka.max.poll.interval.ms.");
      key(
          START_TIMEOUT,
          INT,
          (int) Duration.ofSeconds(10).toMillis(),
          Validators.atLeast(1),
          MEDIUM,
          "How long a command waits for the first answer of the cluster, in milliseconds.");
      key(
          CLOSE_TIMEOUT,
          LONG,
          Duration.ofSeconds(30).toMillis(),
          Validators.atLeast(0),
          MEDIUM,
          "How long Weir may take to finish its work when it is told to stop, in milliseconds.");
      key(
          STATE_DIR,
          STRING,
          "state",
          Validators.folder(),
          HIGH,
          "The folder of the local state. It can be rebuilt from Kafka, which takes time; keep it"
              + " on a volume that outlives a restart, and never share it between two processes.");
      key(
          THREADS,
          INT,
          1,
          Validators.between(1, 256),
          HIGH,
          "Threads that screen, in each process. More than there are partitions of transfers"
              + " stay idle.");
      key(
          HELPER_THREADS,
          INT,
          -1,
          Validators.between(-1, 256),
          LOW,
          "Threads that help those that screen while many transfers wait, in each process; 0 for"
              + " none. -1 takes one for each thread that screens, as far as the machine has"
              + " processors for them.");
      screening();
      topics();
      lists();
      lookback();
      console();
      return def;
    }

    private void screening() {
      group("Screening");
      key(
          POLICY_FILE,
          STRING,
          "",
          Validators.fileOrNothing(),
          HIGH,
          "The file of rules that give a hit its severity and action. Empty: the built-in policy,"
              + " which blocks ADDRESS matches and holds KEY matches.");
      key(
          CHAINS_FILE,
          STRING,
          "",
          Validators.fileOrNothing(),
          MEDIUM,
          "The file that declares chains and their address family. Empty: the built-in chains. A"
              + " transfer on a chain that is not declared is UNSCREENABLE.");
      key(
          SCREENED_OUTPUT,
          STRING,
          "all",
          Validators.oneOf("all", "none"),
          MEDIUM,
          "Whether every transfer is written on to screened-transfers with its verdict. With none"
              + " only alerts and dead letters are written, and there can be no look-back.");
      key(
          ALERT_COMMIT_INTERVAL,
          LONG,
          5L,
          Validators.between(0, 60_000),
          LOW,
          "The shortest time between two commits that alerts ask for, in milliseconds, so that a"
              + " flood of hits does not commit for each record.");
      key(
          ALERT_MAX_BYTES,
          INT,
          900 * 1024,
          Validators.atLeast(16 * 1024),
          LOW,
          "The largest alert record, in bytes. The hits of a transfer that do not fit into one"
              + " alert are spread over several.");
    }

    private void topics() {
      group("Topics");
      key(
          TOPIC_PREFIX,
          STRING,
          "",
          Validators.matching("[a-zA-Z0-9._-]*", "letters, digits, '.', '_' and '-'"),
          MEDIUM,
          "What is put before the name of every topic below, transfers included.");
      topic(TRANSFERS, "transfers", "The exchange's transfers, which Weir reads.");
      topic(SANCTIONED_ADDRESSES, "sanctioned-addresses", "The list: one row for each address.");
      topic(LIST_MANIFESTS, "list-manifests", "What is known about each publication in force.");
      topic(
          LISTING_HISTORY,
          "listing-history",
          "Every change of every list, so that what was in force at any time can be shown.");
      topic(SCREENED_TRANSFERS, "screened-transfers", "Every transfer, with its verdict.");
      topic(ALERTS, "alerts", "The flagged transfers, with the reason.");
      topic(DEAD_LETTERS, "dead-letters", "What could not be screened, as raw bytes.");
      topic(
          LISTING_CHANGES,
          "listing-changes",
          "What each row of the list changed, a copy for each partition of screened transfers.");
      topic(LOOKBACK_REPORTS, "lookback-reports", "What each look into the past came to.");
      key(
          PARTITIONS,
          INT,
          6,
          Validators.between(1, 10_000),
          MEDIUM,
          "Partitions that weir topics create gives to transfers when it is missing. The topics of"
              + " results take the count that transfers has.");
      key(
          REPLICATION_FACTOR,
          SHORT,
          (short) -1,
          Validators.replicationFactor(),
          MEDIUM,
          "Replicas of the topics that Weir creates, its internal ones included; -1 takes the"
              + " broker's default.");
      key(
          TRANSFERS_MAX_MESSAGE_BYTES,
          INT,
          // Kafka's own default of max.message.bytes: 1 MiB and the head of a batch.
          1024 * 1024 + 12,
          Validators.atLeast(1024),
          LOW,
          "The largest record that transfers may hold, in bytes; not less than the topic's own"
              + " max.message.bytes.");
      key(
          OUTPUT_MAX_MESSAGE_BYTES,
          INT,
          4 * 1024 * 1024,
          Validators.atLeast(1024),
          LOW,
          "The largest record that Weir writes, in bytes: a transfer and its verdict. More than "
              + TRANSFERS_MAX_MESSAGE_BYTES
              + ".");
      key(
          SCREENED_RETENTION,
          LONG,
          Duration.ofDays(180).toMillis(),
          Validators.atLeast(1),
          HIGH,
          "The look-back horizon: how long screened transfers are kept, and so how far back an"
              + " address is searched for when it is listed, in milliseconds.");
      key(
          ALERTS_RETENTION,
          LONG,
          Duration.ofDays(3652).toMillis(),
          Validators.atLeast(1),
          MEDIUM,
          "How long alerts are kept, in milliseconds. Sanctions law asks for ten years.");
      key(
          DEAD_LETTERS_RETENTION,
          LONG,
          Duration.ofDays(180).toMillis(),
          Validators.atLeast(1),
          MEDIUM,
          "How long dead letters are kept, in milliseconds.");
    }

    private void lists() {
      group("Lists");
      key(
          LISTS_FILE,
          STRING,
          "",
          Validators.fileOrNothing(),
          HIGH,
          "The file that says where the lists come from and how often they are looked for. Empty:"
              + " the built-in one, which names the authorities' own servers.");
      key(
          LISTS_HTTP_PROXY,
          STRING,
          "",
          Validators.proxyOrNothing(),
          MEDIUM,
          "The proxy that lists are fetched through; none for no proxy. Empty: the variable"
              + " https_proxy, when it is set to a proxy without login, else what Java's own"
              + " properties say (https.proxyHost). A source may name another. Servers on this"
              + " machine are asked without one.");
      key(
          LISTS_HTTP_TIMEOUT,
          LONG,
          Duration.ofMinutes(10).toMillis(),
          Validators.atLeast(1),
          LOW,
          "How long one list may take to be fetched, with all tries and pauses, in"
              + " milliseconds.");
      key(
          LISTS_HTTP_STALL_TIMEOUT,
          LONG,
          Duration.ofSeconds(30).toMillis(),
          Validators.atLeast(1),
          LOW,
          "How long a server that lists are fetched from may say nothing, before its answer or in"
              + " the middle of it, in milliseconds.");
      key(
          OVERRIDES_FILE,
          STRING,
          "",
          Validators.fileOrNothing(),
          MEDIUM,
          "The file of your own decisions, to allow or to deny addresses, which weir lists"
              + " overrides publishes. Empty: there is none.");
      key(
          LISTS_MAX_AGE,
          LONG,
          // Whoever loads by hand before a weekend and after it is in time.
          Duration.ofDays(3).toMillis(),
          Validators.atLeast(1),
          HIGH,
          "How long ago a list may have been found in force before it is stale, in milliseconds."
              + " What counts is when a publication was last read, or found to be still the"
              + " newest, not how old the publication is.");
      key(
          LISTS_STALE,
          STRING,
          "not-ready",
          Validators.oneOf("not-ready", "warn"),
          MEDIUM,
          "What a stale list does: not-ready turns readiness off, warn only says so. Transfers are"
              + " screened either way.");
    }

    private void lookback() {
      group("Look-back");
      key(
          LOOKBACK_THREADS,
          INT,
          2,
          Validators.between(1, 256),
          MEDIUM,
          "Threads that look back, in each process. More than there are partitions of transfers"
              + " stay idle.");
      key(
          LOOKBACK_SEGMENT_RECORDS,
          INT,
          50_000,
          Validators.between(1, 1_000_000),
          LOW,
          "Transfers in a segment of the index. Smaller segments are read again sooner and make"
              + " the index larger. A change holds for new segments.");
      key(
          LOOKBACK_PAGE_RECORDS,
          INT,
          50_000,
          Validators.between(1, 1_000_000),
          LOW,
          "Transfers that a scan reads again at a time, at most, before others have their turn."
              + " When it raises an alert, that comes sooner.");
      key(
          LOOKBACK_PAGE_TIME,
          LONG,
          100L,
          Validators.between(1L, 5_000L),
          LOW,
          "How long a scan keeps its thread at a time, in milliseconds. It must stay well below"
              + " Kafka's transaction time-out of ten seconds.");
      key(
          LOOKBACK_PAGE_PAUSE,
          LONG,
          10L,
          Validators.between(1L, 60_000L),
          LOW,
          "How long a scan leaves its thread to others between two pages, in milliseconds. Raise"
              + " it where screening on the same machine must not notice a scan.");
      key(
          LOOKBACK_REPORTS_RETENTION,
          LONG,
          Duration.ofDays(3652).toMillis(),
          Validators.atLeast(1),
          MEDIUM,
          "How long the reports of look-backs are kept, in milliseconds.");
    }

    private void console() {
      group("HTTP");
      key(
          HTTP_HOST,
          STRING,
          "127.0.0.1",
          Validators.notBlank("a host name or address"),
          MEDIUM,
          "The address that health, metrics and the console listen on. They have no login of their"
              + " own: 0.0.0.0 opens them to the network.");
      key(
          HTTP_PORT,
          INT,
          8080,
          Validators.between(0, 65_535),
          MEDIUM,
          "The port that health, metrics and the console listen on; 0 takes any free port.");
    }

    private void topic(String name, String fallback, String doc) {
      key(
          name,
          STRING,
          fallback,
          Validators.matching("[a-zA-Z0-9._-]+", "letters, digits, '.', '_' and '-'"),
          LOW,
          doc);
    }

    private void group(String name) {
      group = name;
      order = 0;
    }

    private void key(
        String name,
        ConfigDef.Type type,
        Object fallback,
        Validator validator,
        Importance importance,
        String doc) {
      def.define(
          name, type, fallback, validator, importance, doc, group, order++, Width.MEDIUM, name);
    }
  }
}
