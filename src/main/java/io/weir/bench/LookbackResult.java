package io.weir.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a benchmark of look-back measured about the past. */
final class LookbackResult {
  private static final double MICROS_OF_A_MILLI = 1e3;
  private static final double MICROS_OF_A_SECOND = 1e6;

  private final List<Run> runs;
  private final List<IndexSize> sizes;
  private final List<Listed> listings;

  private record Listed(int round, LateListing late) {}

  private LookbackResult(Builder builder) {
    this.runs = List.copyOf(builder.runs);
    this.sizes = List.copyOf(builder.sizes);
    this.listings = List.copyOf(builder.listings);
  }

  /** Collects what is measured. */
  static final class Builder {
    private final List<Run> runs = new ArrayList<>();
    private final List<IndexSize> sizes = new ArrayList<>();
    private final List<Listed> listings = new ArrayList<>();

    void run(Run run) {
      runs.add(run);
    }

    void index(IndexSize size) {
      sizes.add(size);
    }

    void listing(int round, LateListing late) {
      listings.add(new Listed(round, late));
    }

    LookbackResult result() {
      return new LookbackResult(this);
    }
  }

  List<Run> runs() {
    return runs;
  }

  /**
   * What is wanted.
   *
   * @param scores of the past
   * @param transfers of the past
   */
  List<Target> targets(Scores scores, long transfers) {
    double last = listings(late -> late.lastMicros() / MICROS_OF_A_SECOND).median();
    double index = scores.ratio(Lookback.INDEX, Lookback.READ).orElseThrow();
    return List.of(
        new Target(Goal.LATE_LISTING, fullScanSeconds(scores, transfers) / last),
        new Target(Goal.INDEX_BYTES, bytesOfATransfer().median()),
        new Target(Goal.INDEXING, index));
  }

  /** How long it takes to look through all of the past, once it runs as fast as it can. */
  private static double fullScanSeconds(Scores scores, long transfers) {
    return transfers / scores.find(Lookback.FULL_SCAN).orElseThrow().perSecond().median();
  }

  private Stats bytesOfATransfer() {
    return Stats.of(sizes.stream().map(IndexSize::perTransfer).toList());
  }

  private Stats listings(ToDoubleFunction<LateListing> figure) {
    return stats(listings, figure);
  }

  private static Stats stats(List<Listed> of, ToDoubleFunction<LateListing> figure) {
    return Stats.of(of.stream().map(listed -> figure.applyAsDouble(listed.late())).toList());
  }

  /** Those that met code which had hardly run: the first of each round. */
  private List<Listed> firsts() {
    Map<Integer, Listed> firsts = new LinkedHashMap<>();
    listings.forEach(listed -> firsts.putIfAbsent(listed.round(), listed));
    return List.copyOf(firsts.values());
  }

  /**
   * For people.
   *
   * @param transfers of the past
   */
  Sheet sheet(Scores scores, long transfers) {
    Sheet.Rows rows = new Sheet.Rows("A NEW LISTING AGAINST THE PAST", "MEDIAN", "LEAST", "MOST");
    millis(rows, "ms until its first alert is read", LateListing::firstMicros);
    millis(rows, "ms until its last alert is read", LateListing::lastMicros);
    millis(rows, firsts(), "the same, first listing of a process", LateListing::lastMicros);
    millis(rows, "ms until all partitions have reported", LateListing::doneMicros);
    row(rows, "%.2f", "% of the segments read again", listings(LookbackResult::shareRead));
    row(rows, "%,.0f", "transfers read again", listings(LateListing::examined));
    row(rows, "%.2f", "bytes of the index stored, a transfer", bytesOfATransfer());
    return rows.with(
        Format.text(
            "A full scan of the past takes %.1f s. Published is the row of the list: the way to the"
                + " broker is in the times.",
            fullScanSeconds(scores, transfers)));
  }

  private void millis(Sheet.Rows rows, String what, ToDoubleFunction<LateListing> micros) {
    millis(rows, listings, what, micros);
  }

  private static void millis(
      Sheet.Rows rows, List<Listed> of, String what, ToDoubleFunction<LateListing> micros) {
    row(rows, "%,.0f", what, stats(of, late -> micros.applyAsDouble(late) / MICROS_OF_A_MILLI));
  }

  private static double shareRead(LateListing late) {
    return 100.0 * late.segmentsRead() / late.segments();
  }

  private static void row(Sheet.Rows rows, String format, String what, Stats stats) {
    rows.row(
        what,
        Format.text(format, stats.median()),
        Format.text(format, stats.least()),
        Format.text(format, stats.most()));
  }

  /** For programs. */
  List<Map<String, Object>> listings() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Listed listed : listings) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("round", listed.round());
      fields.putAll(listed.late().values());
      all.add(fields);
    }
    return all;
  }

  /** For programs. */
  List<Map<String, Object>> sizes() {
    return sizes.stream().map(IndexSize::fields).toList();
  }
}
