package io.weir.cli;

import io.weir.bench.BedSettings;
import io.weir.config.ConfigSources;
import io.weir.config.Needs;
import io.weir.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that all benchmarks share. */
final class BenchOptions {
  private static final String DEFAULT_HEAP = "512m";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Makes another load; the same seed makes the same. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "6",
      description = "Partitions of the transfers. Default: ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description =
          "Heap of each application, as java's -Xmx takes it. Default: "
              + DEFAULT_HEAP
              + ", where the description of the benchmark says nothing else.")
  private @Nullable String heap;

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "One more option of the applications' JVMs; may be repeated.")
  private List<String> jvm = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set one weir.* or kafka.* key for all applications alike; may be repeated.")
  private Map<String, String> set = new HashMap<>();

  @Option(
      names = "--compression",
      paramLabel = "TYPE",
      defaultValue = "none",
      description =
          "Compression of the transfers that are read: none, lz4, snappy, gzip or zstd."
              + " Default: ${DEFAULT-VALUE}.")
  private String compression;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Where the broker keeps its data meanwhile, some gigabytes. Default: the system's folder"
              + " for temporary files.")
  private @Nullable Path dir;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write everything that was measured to this file.")
  private @Nullable Path json;

  /** The heap that the user wants for all applications. */
  Optional<String> heap() {
    return Optional.ofNullable(heap);
  }

  BedSettings bed() {
    if (partitions < 1) {
      throw new ParameterException(spec.commandLine(), "--partitions expects 1 or more.");
    }
    refuseBadSettings();
    return new BedSettings(seed, partitions, heap().orElse(DEFAULT_HEAP), jvm, set, compression);
  }

  /** Before a broker is started and a load is written. */
  private void refuseBadSettings() {
    List<Setting> settings =
        set.entrySet().stream()
            .map(entry -> Setting.flag("--set", entry.getKey(), entry.getValue()))
            .toList();
    new ConfigSources(settings, Map.of(), Optional.empty()).load(Needs.NOTHING);
  }

  Optional<Path> dir() {
    return Optional.ofNullable(dir);
  }

  Optional<Path> json() {
    return Optional.ofNullable(json);
  }
}
