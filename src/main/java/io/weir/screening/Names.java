package io.weir.screening;

/** The names of screening's nodes and stores. Once released they are public API: see ADR-0002. */
final class Names {
  static final String READ_LIST = "read-list";
  static final String INDEX_LIST = "index-list";
  static final String LISTINGS = "listings";

  static final String READ_MANIFESTS = "read-manifests";
  static final String INDEX_MANIFEST = "index-manifest";
  static final String MANIFESTS = "manifests";

  static final String READ_TRANSFERS = "read-transfers";
  static final String SCREEN_TRANSFER = "screen-transfer";
  static final String RAISED_HITS = "raised-hits";

  static final String WRITE_SCREENED = "write-screened";
  static final String WRITE_ALERTS = "write-alerts";
  static final String WRITE_DEAD_LETTERS = "write-dead-letters";

  private Names() {}
}
