package io.weir.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all processes of a benchmark have in common.
 *
 * @param seed of loads and lists
 * @param partitions of the transfers topics
 * @param heap of each contestant, as {@code -Xmx} takes it
 * @param jvm more options of the contestants' JVMs
 * @param set keys of the configuration, for all contestants alike; they win over {@code partitions}
 * @param compression of the records of the loads, as Kafka's producer names it
 */
public record BedSettings(
    long seed,
    int partitions,
    String heap,
    List<String> jvm,
    Map<String, String> set,
    String compression) {
  public BedSettings {
    jvm = List.copyOf(jvm);
    set = Map.copyOf(set);
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seed", seed);
    fields.put("partitions", partitions);
    fields.put("heap", heap);
    fields.put("jvm_options", jvm);
    fields.put("set", set);
    fields.put("compression", compression);
    return fields;
  }
}
