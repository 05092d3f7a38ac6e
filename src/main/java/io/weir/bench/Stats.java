package io.weir.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A figure that was measured several times.
 *
 * @param median the middle one, or the mean of the two in the middle
 */
record Stats(double median, double least, double most) {

  /**
   * The figure of these measurements.
   *
   * @throws IllegalArgumentException when there are none
   */
  static Stats of(Collection<Double> measured) {
    double[] sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Stats(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** How far the measurements lie apart, as a share of the median. */
  double spread() {
    return (most - least) / median;
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("median", median);
    fields.put("least", least);
    fields.put("most", most);
    return fields;
  }
}
