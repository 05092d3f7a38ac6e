package io.weir.arch;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which package of {@code io.weir} may use which: the table of the architecture page. */
final class Arrows {
  /** What is not listed is forbidden. */
  static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("address", Set.of()),
          Map.entry("domain", Set.of("address")),
          Map.entry("lists", Set.of("domain", "address")),
          Map.entry("avro", Set.of("domain", "address")),
          Map.entry("publish", Set.of("lists", "avro", "domain", "address", "metrics")),
          Map.entry("sources", Set.of("lists", "domain", "config", "metrics")),
          Map.entry("ingest", Set.of("avro", "domain", "address")),
          Map.entry("bundle", Set.of()),
          Map.entry("screening", Set.of("avro", "bundle", "domain", "address", "metrics")),
          Map.entry("lookback", Set.of("avro", "bundle", "domain", "address", "metrics")),
          Map.entry("audit", Set.of("avro", "domain", "address")),
          Map.entry("config", Set.of()),
          Map.entry("metrics", Set.of()),
          Map.entry("console", Set.of("domain", "address", "config", "metrics")),
          Map.entry(
              "runtime",
              Set.of(
                  "screening",
                  "lookback",
                  "console",
                  "sources",
                  "avro",
                  "bundle",
                  "domain",
                  "address",
                  "config",
                  "metrics")),
          Map.entry(
              "embedded", Set.of("runtime", "publish", "config", "avro", "domain", "address")),
          Map.entry(
              "bench",
              Set.of("embedded", "runtime", "avro", "domain", "address", "config", "metrics")),
          Map.entry(
              "cli",
              Set.of(
                  "address",
                  "domain",
                  "lists",
                  "avro",
                  "bundle",
                  "publish",
                  "sources",
                  "ingest",
                  "screening",
                  "lookback",
                  "audit",
                  "config",
                  "metrics",
                  "console",
                  "runtime",
                  "embedded",
                  "bench")));

  private Arrows() {}

  static String packageOf(String name) {
    return "io.weir." + name + "..";
  }

  /** The packages a package may use, itself among them. */
  static String[] mayUse(String name) {
    return Stream.concat(Stream.of(name), ALLOWED.get(name).stream())
        .map(Arrows::packageOf)
        .toArray(String[]::new);
  }
}
