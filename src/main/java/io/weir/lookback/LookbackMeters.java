package io.weir.lookback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.domain.Action;
import io.weir.domain.AlertKind;
import io.weir.metrics.MetricNames;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** Counts what look-back does, and shows where it stands. Safe for several threads. */
public final class LookbackMeters {
  private record Partition(long segments, long transfers, long indexBytes, long scans) {}

  private final MeterRegistry registry;
  private final Counter indexed;
  private final Counter examined;
  private final Map<Integer, Partition> partitions = new ConcurrentHashMap<>();

  public LookbackMeters(MeterRegistry registry) {
    this.registry = registry;
    this.indexed =
        Counter.builder(MetricNames.LOOKBACK_INDEXED)
            .description("Transfers taken into look-back's index")
            .register(registry);
    this.examined =
        Counter.builder(MetricNames.LOOKBACK_EXAMINED)
            .description("Transfers read again by scans")
            .register(registry);
    gauge(MetricNames.LOOKBACK_SEGMENTS, "Closed segments of the index", Partition::segments);
    gauge(
        MetricNames.LOOKBACK_SEGMENT_TRANSFERS,
        "Transfers in the closed segments of the index",
        Partition::transfers);
    gauge(
        MetricNames.LOOKBACK_INDEX_BYTES,
        "Size of the index's filters, in bytes",
        Partition::indexBytes);
    gauge(
        MetricNames.LOOKBACK_SCANS,
        "Changes of the list, and questions, whose scan is not done",
        Partition::scans);
  }

  private void gauge(String name, String description, ToLongFunction<Partition> value) {
    Gauge.builder(name, partitions, all -> all.values().stream().mapToLong(value).sum())
        .description(description)
        .register(registry);
  }

  void indexed() {
    indexed.increment();
  }

  void examined(int transfers) {
    examined.increment(transfers);
  }

  void alerted(AlertKind kind, Action action) {
    Counter.builder(MetricNames.ALERTS_EMITTED)
        .description("Alerts raised, by kind and action")
        .tag(MetricNames.TAG_KIND, kind.name())
        .tag(MetricNames.TAG_ACTION, action.name())
        .register(registry)
        .increment();
  }

  void stands(int partition, SegmentIndex index, ScanQueue scans) {
    partitions.put(
        partition,
        new Partition(index.all().size(), index.transfers(), index.filterBytes(), scans.size()));
  }

  /** Changes of the list, and questions, whose scan is not done; each partition counts its own. */
  public long pendingScans() {
    return partitions.values().stream().mapToLong(Partition::scans).sum();
  }

  void leaves(int partition) {
    partitions.remove(partition);
  }
}
