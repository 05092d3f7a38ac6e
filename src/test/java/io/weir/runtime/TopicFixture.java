package io.weir.runtime;

import io.weir.config.ConfigSources;
import io.weir.config.Needs;
import io.weir.config.Setting;
import io.weir.config.WeirConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration, and a cluster whose topics are as planned until a test spoils one. */
final class TopicFixture {
  private static final int PARTITIONS = 6;

  private final WeirConfig config;
  private final Map<String, ActualTopic> actual = new HashMap<>();

  private TopicFixture(WeirConfig config) {
    this.config = config;
    TopicPlan.of(config)
        .topics()
        .forEach(
            topic ->
                actual.put(
                    topic.name(),
                    new ActualTopic(
                        topic.name(),
                        topic.partitions() == PlannedTopic.Partitions.ONE ? 1 : PARTITIONS,
                        topic.settings())));
  }

  static WeirConfig config(String... settings) {
    List<Setting> flags = new ArrayList<>();
    flags.add(Setting.flag("--bootstrap", "kafka.bootstrap.servers", "localhost:9092"));
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      flags.add(Setting.flag("--set", parts[0], parts[1]));
    }
    return new ConfigSources(flags, Map.of(), Optional.empty()).load(Needs.BROKER);
  }

  static TopicFixture given(String... settings) {
    return new TopicFixture(config(settings));
  }

  TopicFixture missing(String topic) {
    actual.remove(topic);
    return this;
  }

  TopicFixture partitions(String topic, int partitions) {
    actual.compute(topic, (name, before) -> new ActualTopic(name, partitions, before.settings()));
    return this;
  }

  TopicFixture setting(String topic, String key, String value) {
    actual.compute(
        topic,
        (name, before) -> {
          Map<String, String> settings = new HashMap<>(before.settings());
          settings.put(key, value);
          return new ActualTopic(name, before.partitions(), settings);
        });
    return this;
  }

  List<TopicFinding> findings() {
    return TopicCheck.findings(config, actual);
  }
}
