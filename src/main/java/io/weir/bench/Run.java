package io.weir.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One run of a contestant, found right.
 *
 * @param round from 1
 * @param span what was measured
 * @param toRunning from the start of the application until it ran
 * @param peakBytes the most memory that the contestant's process had; empty where the system does
 *     not tell
 * @param heapBytes objects in use after the run; empty when not asked for
 */
record Run(
    String contestant,
    int round,
    Timeline.Span span,
    Duration toRunning,
    OptionalLong peakBytes,
    OptionalLong heapBytes) {

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("contestant", contestant);
    fields.put("round", round);
    fields.put("transfers", span.transfers());
    fields.put("seconds", span.time().toNanos() / 1e9);
    fields.put("transfers_per_second", span.perSecond());
    fields.put("warm_up_left_out", span.warm());
    fields.put("client_cpu_seconds", span.client().toMillis() / 1e3);
    fields.put("broker_cpu_seconds", span.broker().toMillis() / 1e3);
    fields.put("start_seconds", toRunning.toMillis() / 1e3);
    peakBytes.ifPresent(bytes -> fields.put("peak_memory_bytes", bytes));
    heapBytes.ifPresent(bytes -> fields.put("heap_bytes", bytes));
    return fields;
  }
}
