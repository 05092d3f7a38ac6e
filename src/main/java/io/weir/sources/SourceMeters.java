package io.weir.sources;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.weir.lists.ListId;
import io.weir.lists.ListRefused;
import io.weir.metrics.MetricNames;
import io.weir.sources.SyncResult.Outcome;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What is counted of looks for lists. Every series is there from the start, with 0. */
public final class SourceMeters {
  private static final String NO_REASON = "";

  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<ListId, AtomicLong> goodAt = new ConcurrentHashMap<>();

  public SourceMeters(MeterRegistry registry, List<ListSource> sources, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    sources.stream().map(ListSource::list).forEach(this::register);
  }

  private void register(ListId list) {
    AtomicLong seconds = new AtomicLong();
    goodAt.put(list, seconds);
    Gauge.builder(MetricNames.SOURCE_GOOD_AT, seconds, AtomicLong::get)
        .tags(tags(list))
        .register(registry);
    for (Outcome outcome : Outcome.values()) {
      reasons(outcome).forEach(reason -> counter(list, outcome, reason));
    }
  }

  private static Tags tags(ListId list) {
    return Tags.of(MetricNames.TAG_AUTHORITY, list.authority(), MetricNames.TAG_LIST, list.list());
  }

  private static Stream<String> reasons(Outcome outcome) {
    return switch (outcome) {
      case PUBLISHED, UNCHANGED -> Stream.of(NO_REASON);
      case REFUSED -> Arrays.stream(ListRefused.Reason.values()).map(Enum::name);
      case NOT_FETCHED ->
          Arrays.stream(FetchFailed.Reason.values())
              .filter(reason -> reason != FetchFailed.Reason.TOO_LARGE)
              .map(Enum::name);
      case NOT_TAKEN -> Stream.of(Outcome.NOT_TAKEN.name());
    };
  }

  /** Counts a look. */
  public void count(SyncResult result) {
    ListId list = result.source().list();
    counter(list, result.outcome(), result.reason().orElse(NO_REASON)).increment();
    AtomicLong seconds = goodAt.get(list);
    if (result.outcome().isGood() && seconds != null) {
      seconds.set(clock.instant().getEpochSecond());
    }
  }

  private Counter counter(ListId list, Outcome outcome, String reason) {
    return Counter.builder(MetricNames.SOURCE_LOOKS)
        .tags(tags(list))
        .tag(MetricNames.TAG_OUTCOME, outcome.name())
        .tag(MetricNames.TAG_REASON, reason)
        .register(registry);
  }
}
