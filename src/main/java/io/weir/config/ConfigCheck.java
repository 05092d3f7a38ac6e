package io.weir.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigValue;

/** Holds the settings against the keys: each alone, then those that must fit each other. */
final class ConfigCheck {
  /** What a verdict or a dead letter adds to a record, at most. */
  private static final int HEADER_BYTES = 64 * 1024;

  /* Kafka's limit for the name of a topic. */
  private static final int TOPIC_NAME_LENGTH = 249;

  private static final List<String> TOPIC_KEYS =
      List.of(
          ConfigKeys.TRANSFERS,
          ConfigKeys.SANCTIONED_ADDRESSES,
          ConfigKeys.LIST_MANIFESTS,
          ConfigKeys.LISTING_HISTORY,
          ConfigKeys.SCREENED_TRANSFERS,
          ConfigKeys.ALERTS,
          ConfigKeys.DEAD_LETTERS);

  private final Map<String, Setting> settings;
  private final Needs needs;
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final Map<String, Object> parsed = new HashMap<>();

  ConfigCheck(Map<String, Setting> settings, Needs needs) {
    this.settings = settings;
    this.needs = needs;
    settings.values().forEach(this::checkKey);
    checkValues();
    // Values that are not valid alone are not compared with others.
    if (parsed.size() == ConfigKeys.DEFINITION.names().size()) {
      checkTogether();
    }
    checkNeeds();
  }

  List<ConfigProblem> problems() {
    return List.copyOf(problems);
  }

  Map<String, Object> parsed() {
    return Map.copyOf(parsed);
  }

  private void checkKey(Setting setting) {
    String key = setting.key();
    if (ConfigKeys.DEFINITION.names().contains(key)) {
      return;
    }
    if (isPassThrough(key, ConfigKeys.KAFKA_PREFIX)
        || isPassThrough(key, ConfigKeys.REGISTRY_PREFIX)) {
      OwnedKeys.reason(key)
          .ifPresentOrElse(
              reason -> problem(setting, key + " cannot be set: " + reason + "."),
              () -> checkClientValue(setting));
    } else {
      TreeSet<String> known = new TreeSet<>(ConfigKeys.DEFINITION.names());
      known.add(ConfigKeys.BOOTSTRAP_SERVERS);
      String advice = Suggestions.sentence(key, known);
      problem(
          setting,
          key
              + " is not a key of Weir."
              + (advice.isEmpty()
                  ? " Expected weir.*, or kafka.* and registry.* for the clients' own keys."
                  : advice));
    }
  }

  private void checkClientValue(Setting setting) {
    if (!setting.key().startsWith(ConfigKeys.KAFKA_PREFIX)) {
      return;
    }
    String client = setting.key().substring(ConfigKeys.KAFKA_PREFIX.length());
    String shown = Secrets.shown(setting.key(), setting.value());
    ClientKeys.refusal(client, setting.value())
        .map(
            reason ->
                // Kafka quotes the value.
                shown.equals(setting.value())
                    ? String.format(
                        Locale.ROOT,
                        "%s: Kafka's clients do not take it. %s.",
                        setting.key(),
                        reason)
                    : String.format(
                        Locale.ROOT,
                        "%s is '%s'; Kafka's clients do not take it.",
                        setting.key(),
                        shown))
        .ifPresent(message -> problem(setting, message));
  }

  private static boolean isPassThrough(String key, String prefix) {
    return key.startsWith(prefix) && key.length() > prefix.length();
  }

  private void checkValues() {
    Map<String, String> given = new HashMap<>();
    ConfigKeys.DEFINITION.names().stream()
        .filter(settings::containsKey)
        .forEach(key -> given.put(key, settings.get(key).value()));
    for (ConfigValue value : ConfigKeys.DEFINITION.validate(given)) {
      if (value.errorMessages().isEmpty()) {
        parsed.put(value.name(), value.value());
      } else {
        problem(settings.get(value.name()), invalid(settings.get(value.name())));
      }
    }
  }

  private static String invalid(Setting setting) {
    return String.format(
        Locale.ROOT,
        "%s is '%s'; expected %s.",
        setting.key(),
        Secrets.shown(setting.key(), setting.value()),
        ConfigKeys.DEFINITION.configKeys().get(setting.key()).validator);
  }

  private void checkTogether() {
    checkFile(ConfigKeys.POLICY_FILE);
    checkFile(ConfigKeys.CHAINS_FILE);
    checkFile(ConfigKeys.LISTS_FILE);
    checkFile(ConfigKeys.OVERRIDES_FILE);
    Map<String, String> keyOfTopic = new HashMap<>();
    for (String key : TOPIC_KEYS) {
      String name = parsed.get(ConfigKeys.TOPIC_PREFIX) + (String) parsed.get(key);
      String other = keyOfTopic.putIfAbsent(name, key);
      if (other != null) {
        problem(key, key + " and " + other + " both name the topic " + name + ".");
      }
      if (name.length() > TOPIC_NAME_LENGTH || name.equals(".") || name.equals("..")) {
        problem(key, key + " gives a topic name that Kafka does not take: '" + name + "'.");
      }
    }
    int transfers = (Integer) parsed.get(ConfigKeys.TRANSFERS_MAX_MESSAGE_BYTES);
    int output = (Integer) parsed.get(ConfigKeys.OUTPUT_MAX_MESSAGE_BYTES);
    int alert = (Integer) parsed.get(ConfigKeys.ALERT_MAX_BYTES);
    if (output < transfers + HEADER_BYTES) {
      mustExceed(output, ConfigKeys.TRANSFERS_MAX_MESSAGE_BYTES, transfers);
    }
    if (output < alert + HEADER_BYTES) {
      mustExceed(output, ConfigKeys.ALERT_MAX_BYTES, alert);
    }
  }

  private void mustExceed(int output, String other, int least) {
    String key = ConfigKeys.OUTPUT_MAX_MESSAGE_BYTES;
    problem(
        key,
        key
            + " is "
            + output
            + "; expected at least "
            + HEADER_BYTES
            + " more than "
            + other
            + ", "
            + least
            + ".");
  }

  private void checkFile(String key) {
    String file = (String) parsed.get(key);
    if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
      problem(key, key + " names '" + file + "', which is not a readable file.");
    }
  }

  private void checkNeeds() {
    if (needs.broker() && isUnset(ConfigKeys.BOOTSTRAP_SERVERS)) {
      problem(
          ConfigKeys.BOOTSTRAP_SERVERS,
          ConfigKeys.BOOTSTRAP_SERVERS
              + " is not set; expected the brokers' host:port, by --bootstrap, "
              + Variables.BOOTSTRAP_SERVERS
              + " or the file.");
    }
    if (needs.registry() && isUnset(ConfigKeys.SCHEMA_REGISTRY_URL)) {
      problem(
          ConfigKeys.SCHEMA_REGISTRY_URL,
          ConfigKeys.SCHEMA_REGISTRY_URL
              + " is not set; expected an http or https URL, by --registry, "
              + Variables.nameOf(ConfigKeys.SCHEMA_REGISTRY_URL)
              + " or the file.");
    }
  }

  private boolean isUnset(String key) {
    return !settings.containsKey(key) || settings.get(key).value().isBlank();
  }

  private void problem(String key, String message) {
    Setting setting = settings.get(key);
    problems.add(
        new ConfigProblem(setting == null ? new Origin.Default() : setting.origin(), message));
  }

  private void problem(Setting setting, String message) {
    problems.add(new ConfigProblem(setting.origin(), message));
  }
}
