package io.weir.embedded;

import io.weir.config.ConfigKeys;
import io.weir.config.ConfigSources;
import io.weir.config.Needs;
import io.weir.config.Setting;
import io.weir.config.WeirConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration of a demo. */
public final class DemoConfig {
  private DemoConfig() {}

  /** For what runs on the data of a demo: the settings of somebody's cluster must not reach it. */
  public static WeirConfig of(EmbeddedKafka kafka, Path dataDir) {
    return new ConfigSources(
            List.of(
                set(ConfigKeys.BOOTSTRAP_SERVERS, kafka.bootstrapServers()),
                set(ConfigKeys.SCHEMA_REGISTRY_URL, kafka.registryUrl()),
                set("weir.environment", "demo"),
                set("weir.state.dir", dataDir.resolve("state").toAbsolutePath().toString()),
                set("weir.topics.replication.factor", "1"),
                // The next start on the same data waits so long for this one's place in the group.
                set("kafka.session.timeout.ms", "6000"),
                set("kafka.heartbeat.interval.ms", "2000")),
            Map.of(),
            Optional.empty())
        .load(Needs.BROKER_AND_REGISTRY);
  }

  private static Setting set(String key, String value) {
    return Setting.flag("weir demo", key, value);
  }
}
