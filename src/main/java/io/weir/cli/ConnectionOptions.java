package io.weir.cli;

import io.weir.config.ConfigKeys;
import io.weir.config.ConfigSources;
import io.weir.config.Needs;
import io.weir.config.Setting;
import io.weir.config.WeirConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags by which every command that reads the configuration is told what to use. */
final class ConnectionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Properties file with weir.*, kafka.* and registry.* keys.")
  private @Nullable Path file;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The brokers; short for --set kafka.bootstrap.servers=HOST:PORT.")
  private @Nullable String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The schema registry; short for --set weir.schema.registry.url=URL.")
  private @Nullable String registry;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set one key; may be repeated. Wins over the environment and the file.")
  private List<String> set = new ArrayList<>();

  /** Whether any of these flags was given. */
  boolean areGiven() {
    return file != null || bootstrap != null || registry != null || !set.isEmpty();
  }

  /** The configuration of these flags, the environment and the file. */
  WeirConfig load(Needs needs) {
    List<Setting> flags = new ArrayList<>();
    if (bootstrap != null) {
      flags.add(Setting.flag("--bootstrap", ConfigKeys.BOOTSTRAP_SERVERS, bootstrap));
    }
    if (registry != null) {
      flags.add(Setting.flag("--registry", ConfigKeys.SCHEMA_REGISTRY_URL, registry));
    }
    set.forEach(text -> flags.add(setting(text)));
    return ConfigSources.ofProcess(flags, Optional.ofNullable(file)).load(needs);
  }

  private Setting setting(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      // The text is not repeated: it may be a secret that lost its key.
      throw new ParameterException(
          spec.commandLine(), "--set expects KEY=VALUE, and one was given without KEY or '='.");
    }
    return Setting.flag("--set", text.substring(0, equals), text.substring(equals + 1));
  }
}
