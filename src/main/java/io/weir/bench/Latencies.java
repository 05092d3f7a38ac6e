package io.weir.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/**
 * How long something took, over many times; in microseconds.
 *
 * @param count how many were measured
 */
record Latencies(long count, long p50, long p99, long p999, long max) {

  static Latencies of(Histogram micros) {
    return new Latencies(
        micros.getTotalCount(),
        micros.getValueAtPercentile(50),
        micros.getValueAtPercentile(99),
        micros.getValueAtPercentile(99.9),
        micros.getMaxValue());
  }

  /** The same as texts, for another process. */
  void put(Map<String, String> fields, String name) {
    values().forEach((figure, value) -> fields.put(name + "-" + figure, Long.toString(value)));
  }

  /** What another process wrote with {@link #put}. */
  static Latencies of(Map<String, String> fields, String name) {
    return new Latencies(
        number(fields, name + "-count"),
        number(fields, name + "-p50"),
        number(fields, name + "-p99"),
        number(fields, name + "-p999"),
        number(fields, name + "-max"));
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(Objects.requireNonNull(fields.get(name), name));
  }

  /** The figures by name; all but the count in microseconds. */
  Map<String, Long> values() {
    Map<String, Long> values = new LinkedHashMap<>();
    values.put("count", count);
    values.put("p50", p50);
    values.put("p99", p99);
    values.put("p999", p999);
    values.put("max", max);
    return values;
  }
}
