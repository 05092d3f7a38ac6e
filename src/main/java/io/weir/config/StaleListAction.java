package io.weir.config;

/** What happens to readiness when the newest publication of a list is too old. */
public enum StaleListAction {
  /** Weir is not ready until a newer publication is loaded. */
  FAIL,
  /** Weir stays ready, and says so in its log and metrics. */
  WARN
}
