package io.weir.bench;

import io.weir.config.ConfigSources;
import io.weir.config.Needs;
import io.weir.config.Setting;
import io.weir.config.WeirConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configurations of a benchmark: made of its own settings, never of somebody's environment. */
final class BenchConfig {
  private BenchConfig() {}

  /**
   * The configuration of these settings; those that are no key of a configuration are left out.
   *
   * @throws io.weir.config.ConfigProblems when a value is not allowed
   */
  static WeirConfig of(Map<String, String> settings) {
    List<Setting> set =
        settings.entrySet().stream()
            .filter(entry -> isKey(entry.getKey()))
            .map(entry -> Setting.flag("--set", entry.getKey(), entry.getValue()))
            .toList();
    return new ConfigSources(set, Map.of(), Optional.empty()).load(Needs.BROKER_AND_REGISTRY);
  }

  private static boolean isKey(String name) {
    return name.startsWith("weir.") || name.startsWith("kafka.") || name.startsWith("registry.");
  }
}
