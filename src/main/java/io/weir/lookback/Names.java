package io.weir.lookback;

/** The names of look-back's nodes and stores. Once released they are public API: see ADR-0002. */
final class Names {
  static final String READ_LIST = "read-list";
  static final String FAN_OUT_CHANGES = "fan-out-changes";
  static final String LIST_ROWS = "list-rows";
  static final String WRITE_CHANGES = "write-changes";

  static final String READ_CHANGES = "read-changes";
  static final String READ_SCREENED = "read-screened";
  static final String LOOK_BACK = "look-back";
  static final String KNOWN_ADDRESSES = "known-addresses";
  static final String HIT_LIVES = "hit-lives";
  static final String SEGMENTS = "segments";
  static final String FILTERS = "filters";
  static final String SCANS = "scans";

  static final String WRITE_ALERTS = "write-alerts";
  static final String WRITE_REPORTS = "write-reports";

  private Names() {}
}
