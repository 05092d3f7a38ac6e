package io.weir.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** The documents of the configuration, rendered from the keys themselves. */
public final class ConfigDocs {
  private static final int COMMENT_WIDTH = 96;

  private static final String INTRODUCTION =
      """
      # Configuration

      Rendered from `ConfigKeys`; a test compares the two. Do not edit.

      ## Where a value comes from

      One precedence for every key; the first that sets it wins:

      1. **Flags**: `--set key=value` (repeatable), `--bootstrap HOST:PORT` (short for
         `kafka.bootstrap.servers`), `--registry URL` (short for `weir.schema.registry.url`).
      2. **Environment**: the variable named with each key below.
      3. **File**: `--config FILE`, a Java properties file in UTF-8 with `key=value` lines.
      4. **Default**.

      `weir config` shows every value in force and where it was set. All problems are reported at
      once, each with its line, variable or flag, and end the command with exit code 10: values that
      are not valid, keys and `WEIR_*` variables that do not exist, keys that one source sets twice.
      Variables that Kubernetes adds for services whose name begins with `weir` are passed over.

      ## What is handed to the clients

      * `kafka.<key>` goes to Kafka's clients under its own name, such as
        `kafka.security.protocol=SASL_SSL` or `kafka.producer.compression.type=lz4`. `kafka.admin.`,
        `kafka.consumer.` and `kafka.producer.` reach one kind of client only. A key that no client
        declares is passed on too; `weir config` marks it.
      * `registry.<key>` goes to the schema registry's client, such as
        `registry.basic.auth.user.info=user:password` with
        `registry.basic.auth.credentials.source=USER_INFO`.
      * Both are read from the file and from `--set`; of the environment only
        `WEIR_KAFKA_BOOTSTRAP_SERVERS` (for `kafka.bootstrap.servers`) is.

      Passwords, tokens and the like are shown as `[hidden]`, the user in a URL too. A flag is
      visible to every user of the machine: keep secrets in the file.
      """;

  private static final String FILE_INTRODUCTION =
      """
      # Every key of Weir with its default. Rendered from ConfigKeys; see docs/configuration.md.
      # Remove the '#' before a key to change it.

      # Required by every command that talks to the cluster. Every kafka.* key is handed to Kafka's
      # clients, every registry.* key to the schema registry's client.
      #kafka.bootstrap.servers=localhost:9092
      #kafka.security.protocol=SASL_SSL
      #registry.basic.auth.credentials.source=USER_INFO
      """;

  private static final List<Map.Entry<String, Duration>> UNITS =
      List.of(
          Map.entry("days", Duration.ofDays(1)),
          Map.entry("hours", Duration.ofHours(1)),
          Map.entry("minutes", Duration.ofMinutes(1)),
          Map.entry("seconds", Duration.ofSeconds(1)));

  private ConfigDocs() {}

  /** The text of docs/configuration.md. */
  public static String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (String group : ConfigKeys.groups()) {
      page.append("\n## ").append(group).append('\n');
      keys(group).forEach(key -> page.append(section(key)));
    }
    page.append("\n## Keys of Kafka's clients that Weir ships with another default\n\n");
    page.append(
        "They hold unless you set them: those of producers for what `weir run` writes, those of consumers for all that Weir reads.\n\n");
    page.append("| `kafka.` key | default | why |\n|---|---|---|\n");
    ClientDefault.ALL.forEach(shipped -> page.append(row(shipped)));
    page.append("\n## Keys of Kafka's clients that Weir sets itself\n\n");
    page.append("| `kafka.` key | why it cannot be set |\n|---|---|\n");
    OwnedKeys.kafka().forEach((key, reason) -> page.append("| `" + key + "` | " + reason + " |\n"));
    return page.toString();
  }

  /** The text of config/weir.properties. */
  public static String file() {
    StringBuilder file = new StringBuilder(FILE_INTRODUCTION);
    for (String group : ConfigKeys.groups()) {
      file.append("\n# ---- ").append(group).append('\n');
      keys(group).forEach(key -> file.append(entry(key)));
    }
    return file.toString();
  }

  private static String row(ClientDefault shipped) {
    return "| `"
        + shipped.client()
        + shipped.key()
        + "` | `"
        + shipped.value()
        + "` | "
        + shipped.why()
        + " |\n";
  }

  private static String section(ConfigKey key) {
    return "\n### `"
        + key.name
        + "`\n\n"
        + key.documentation
        + "\n\n| default | expected | variable | importance |\n|---|---|---|---|\n| "
        + fallback(key)
        + " | "
        + key.validator
        + " | `"
        + Variables.nameOf(key.name)
        + "` | "
        + key.importance.name().toLowerCase(Locale.ROOT)
        + " |\n";
  }

  private static String entry(ConfigKey key) {
    return "\n"
        + wrapped(key.documentation).stream()
            .map(line -> "# " + line + "\n")
            .collect(Collectors.joining())
        + "# Expected: "
        + key.validator
        + ".\n#"
        + key.name
        + "="
        + key.defaultValue
        + "\n";
  }

  private static String fallback(ConfigKey key) {
    String value = key.defaultValue.toString();
    if (value.isEmpty()) {
      return "empty";
    }
    return "`" + value + "`" + (key.name.endsWith(".ms") ? human(Long.parseLong(value)) : "");
  }

  private static String human(long millis) {
    for (Map.Entry<String, Duration> unit : UNITS) {
      long size = unit.getValue().toMillis();
      if (millis >= size && millis % size == 0) {
        return " (" + millis / size + " " + unit.getKey() + ")";
      }
    }
    return "";
  }

  private static List<ConfigKey> keys(String group) {
    return ConfigKeys.DEFINITION.configKeys().values().stream()
        .filter(key -> key.group.equals(group))
        .sorted(Comparator.comparingInt(key -> key.orderInGroup))
        .toList();
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() >= COMMENT_WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
