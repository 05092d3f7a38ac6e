package io.weir.audit;

import io.weir.audit.Difference.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts what was examined and what differs. */
final class Tally {
  private final int shown;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<Kind, Long> differences = new EnumMap<>(Kind.class);
  private final List<Difference> first = new ArrayList<>();

  Tally(int shown) {
    this.shown = shown;
  }

  void count(String what) {
    count(what, 1);
  }

  /** What does not occur is not counted. */
  void count(String what, long more) {
    if (more == 0) {
      return;
    }
    counts.merge(what, more, Long::sum);
  }

  void differ(Kind kind, ConsumerRecord<byte[], byte[]> at, String transferId, String detail) {
    differ(kind, where(at.topic(), at.partition(), at.offset()), transferId, detail);
  }

  void differ(Kind kind, String where, String transferId, String detail) {
    differences.merge(kind, 1L, Long::sum);
    if (first.size() < shown) {
      first.add(new Difference(kind, where, transferId, detail));
    }
  }

  static String where(String topic, int partition, long offset) {
    return topic + "-" + partition + "@" + offset;
  }

  AuditReport report() {
    return new AuditReport(
        Collections.unmodifiableMap(new LinkedHashMap<>(counts)),
        Collections.unmodifiableMap(new EnumMap<>(differences)),
        List.copyOf(first));
  }
}
