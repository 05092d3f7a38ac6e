package io.weir.screening;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.domain.Action;
import io.weir.domain.AlertKind;
import io.weir.domain.Outcome;
import io.weir.domain.Unscreenable;
import io.weir.metrics.MetricNames;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What screening counts. All meters are registered at once, so that an alarm can rest on a zero.
 */
public final class ScreeningMeters {
  private final MeterRegistry registry;
  private final Map<Outcome, Counter> screened;
  private final Map<Unscreenable.Reason, Counter> deadLettered;
  private final Map<AlertKind, Map<Action, Counter>> alerts;

  public ScreeningMeters(MeterRegistry registry) {
    this.registry = registry;
    this.screened =
        each(
            Outcome.values(),
            outcome ->
                Counter.builder(MetricNames.TRANSFERS_SCREENED)
                    .description("Transfers screened, by outcome")
                    .tag(MetricNames.TAG_OUTCOME, outcome.name())
                    .register(registry));
    this.deadLettered =
        each(
            Unscreenable.Reason.values(),
            reason ->
                Counter.builder(MetricNames.RECORDS_DEAD_LETTERED)
                    .description("Records that could not be screened, by reason")
                    .tag(MetricNames.TAG_REASON, reason.name())
                    .register(registry));
    this.alerts =
        each(
            AlertKind.values(),
            kind -> each(Action.values(), action -> alertCounter(kind, action)));
  }

  private Counter alertCounter(AlertKind kind, Action action) {
    return Counter.builder(MetricNames.ALERTS_EMITTED)
        .description("Alerts raised, by kind and action")
        .tag(MetricNames.TAG_KIND, kind.name())
        .tag(MetricNames.TAG_ACTION, action.name())
        .register(registry);
  }

  /** Shows the list's size and faults from now on. */
  public void watch(ListIndex index) {
    Gauge.builder(MetricNames.LIST_ADDRESSES, index, ListIndex::size)
        .description("Address keys on the list")
        .register(registry);
    Gauge.builder(MetricNames.LIST_ROWS_UNREADABLE, index, ListIndex::unreadableCount)
        .description("List rows that cannot be read; what touches their addresses is flagged")
        .register(registry);
    Gauge.builder(MetricNames.LIST_POSITION, index, ListIndex::position)
        .description("Offset of the last list row applied")
        .register(registry);
  }

  void screened(Outcome outcome) {
    screened.get(outcome).increment();
  }

  void deadLettered(Unscreenable.Reason reason) {
    deadLettered.get(reason).increment();
  }

  void alerted(AlertKind kind, Action action) {
    alerts.get(kind).get(action).increment();
  }

  private static <K extends Enum<K>, V> Map<K, V> each(K[] keys, Function<K, V> value) {
    Map<K, V> all = new EnumMap<>(keys[0].getDeclaringClass());
    for (K key : keys) {
      all.put(key, value.apply(key));
    }
    return all;
  }
}
