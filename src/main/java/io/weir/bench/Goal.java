package io.weir.bench;

/**
 * How fast Weir is meant to be: a figure that a benchmark finds, and its bound. Ratios are of
 * medians, of transfers a second, in one benchmark.
 */
public enum Goal {
  HITS_ONLY("throughput", "hits only, against doing nothing", Side.AT_LEAST, 0.90, ""),
  SHIPPED("throughput", "as shipped, against copying", Side.AT_LEAST, 0.90, ""),
  JOIN("throughput", "hits only, against the tutorial join", Side.AT_LEAST, 3.5, ""),
  ALERT_P50("latency", "alert at 2,000 transfers a second, p50", Side.AT_MOST, 10, "ms"),
  ALERT_P99("latency", "alert at 2,000 transfers a second, p99", Side.AT_MOST, 30, "ms"),
  FAST_ALERT_P99("latency", "alert at 10,000 transfers a second, p99", Side.AT_MOST, 50, "ms"),
  MANY_HITS("loads", "one hit in 200, against no hit", Side.AT_LEAST, 0.85, ""),
  LONG_LIST("list", "10 million listed, against a thousand", Side.AT_LEAST, 0.95, ""),
  HEAP("list", "heap of an address, 10 million listed", Side.AT_MOST, 48, "bytes"),
  START("list", "start until it screens, a million listed", Side.AT_MOST, 10, "s"),
  SMALL_HEAP("loads", "as shipped in 256 MiB of heap, against 1 GiB", Side.AT_LEAST, 0.95, ""),
  WIDE("loads", "cost of an address, 50 on each side against one", Side.AT_MOST, 1, ""),
  LATE_LISTING("lookback", "alerts of the past, against a full scan", Side.AT_LEAST, 50, ""),
  INDEX_BYTES("lookback", "index of the past, a transfer", Side.AT_MOST, 2.5, "bytes"),
  INDEXING("lookback", "indexing, against reading alone", Side.AT_LEAST, 0.5, "");

  private enum Side {
    AT_LEAST,
    AT_MOST
  }

  private final String benchmark;
  private final String what;
  private final Side side;
  private final double bound;
  private final String unit;

  Goal(String benchmark, String what, Side side, double bound, String unit) {
    this.benchmark = benchmark;
    this.what = what;
    this.side = side;
    this.bound = bound;
    this.unit = unit;
  }

  /** The command below {@code weir bench} that finds the figure. */
  public String benchmark() {
    return benchmark;
  }

  /** The figure's name, for people. */
  public String what() {
    return what;
  }

  /** Whether the figure must not be below the bound; otherwise it must not be above. */
  public boolean atLeast() {
    return side == Side.AT_LEAST;
  }

  public double bound() {
    return bound;
  }

  /** Behind the figure; empty for a ratio. */
  public String unit() {
    return unit;
  }
}
