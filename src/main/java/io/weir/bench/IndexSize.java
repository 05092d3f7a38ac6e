package io.weir.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much room the index of the past takes.
 *
 * @param storedBytes of the topics that keep its closed segments and their filters, on the broker
 * @param filterBytes of the filters alone
 * @param segments closed ones
 * @param transfers in these
 */
record IndexSize(long storedBytes, long filterBytes, long segments, long transfers) {
  /** Bytes of a transfer; infinite when no segment is closed. */
  double perTransfer() {
    return transfers == 0 ? Double.POSITIVE_INFINITY : (double) storedBytes / transfers;
  }

  /** For programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stored_bytes", storedBytes);
    fields.put("filter_bytes", filterBytes);
    fields.put("segments", segments);
    fields.put("transfers", transfers);
    return fields;
  }
}
