package io.weir.bench;

import io.weir.domain.LookbackReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How long it took until what a new listing means for the past was there.
 *
 * @param firstMicros from publishing it until the first alert was read
 * @param lastMicros until the last alert was read
 * @param doneMicros until the last partition's report was read, that nothing more comes
 * @param alerts how many there were
 * @param segments of the index, open ones too
 * @param segmentsRead those that were read again
 * @param examined transfers that were read again
 */
record LateListing(
    long firstMicros,
    long lastMicros,
    long doneMicros,
    long alerts,
    long segments,
    long segmentsRead,
    long examined) {
  private static final int NANOS_OF_A_MICRO = 1_000;

  /** For another process. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    values().forEach((name, value) -> fields.put(name, Long.toString(value)));
    return fields;
  }

  /** For programs. */
  Map<String, Long> values() {
    Map<String, Long> values = new LinkedHashMap<>();
    values.put("first_alert_micros", firstMicros);
    values.put("last_alert_micros", lastMicros);
    values.put("all_reports_micros", doneMicros);
    values.put("alerts", alerts);
    values.put("segments", segments);
    values.put("segments_read", segmentsRead);
    values.put("transfers_read", examined);
    return values;
  }

  /** What another process wrote with {@link #fields}. */
  static LateListing of(Map<String, String> fields) {
    return new LateListing(
        number(fields, "first_alert_micros"),
        number(fields, "last_alert_micros"),
        number(fields, "all_reports_micros"),
        number(fields, "alerts"),
        number(fields, "segments"),
        number(fields, "segments_read"),
        number(fields, "transfers_read"));
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(Objects.requireNonNull(fields.get(name), name));
  }

  /** Adds up what comes. */
  static final class Counter {
    private final long published;
    private long first;
    private long last;
    private long done;
    private long alerts;
    private long segments;
    private long segmentsRead;
    private long examined;

    /**
     * @param published when the listing was, by {@link System#nanoTime()}
     */
    Counter(long published) {
      this.published = published;
    }

    void alert(long now) {
      last = micros(now);
      first = alerts == 0 ? last : first;
      alerts++;
    }

    void report(LookbackReport.Work work, long now) {
      done = micros(now);
      segments += work.segments();
      segmentsRead += work.segmentsRead();
      examined += work.examined();
    }

    private long micros(long now) {
      return (now - published) / NANOS_OF_A_MICRO;
    }

    LateListing result() {
      return new LateListing(first, last, done, alerts, segments, segmentsRead, examined);
    }
  }
}
