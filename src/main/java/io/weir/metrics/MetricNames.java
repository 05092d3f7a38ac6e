package io.weir.metrics;

/** The names of Weir's metrics and of their tags; public API, described in docs/operations.md. */
public final class MetricNames {
  /** Transfers screened, by outcome. */
  public static final String TRANSFERS_SCREENED = "weir.transfers.screened";

  /** Alerts raised, by kind and action. */
  public static final String ALERTS_EMITTED = "weir.alerts.emitted";

  /** Records that could not be screened, by reason. */
  public static final String RECORDS_DEAD_LETTERED = "weir.records.dead.lettered";

  /** Address keys on the list. */
  public static final String LIST_ADDRESSES = "weir.list.addresses";

  /** Rows of the list that cannot be read; what touches their addresses is flagged. */
  public static final String LIST_ROWS_UNREADABLE = "weir.list.rows.unreadable";

  /** Offset of the last list row that was applied. */
  public static final String LIST_POSITION = "weir.list.position";

  /** Seconds since a list was last found in force; infinite when that is not known. */
  public static final String LIST_AGE = "weir.list.age.seconds";

  /** Seconds after which a list is stale; infinite when it does not age. */
  public static final String LIST_AGE_LIMIT = "weir.list.age.limit.seconds";

  /** 1 while a list is older than it may be or its age is not known, else 0. */
  public static final String LIST_STALE = "weir.list.stale";

  /** When a list was last found in force, in seconds since 1970. */
  public static final String LIST_LOADED_AT = "weir.list.loaded.timestamp.seconds";

  /** The date of the publication in force, in seconds since 1970. */
  public static final String LIST_PUBLISHED_AT = "weir.list.published.timestamp.seconds";

  /** Addresses of a list in force, derived ones not counted. */
  public static final String LIST_LOADED_ADDRESSES = "weir.list.loaded.addresses";

  /** Listings of a list in force, derived ones counted. */
  public static final String LIST_LOADED_LISTINGS = "weir.list.loaded.listings";

  /** Publications of a list that were refused, by any process. */
  public static final String LIST_REFUSALS = "weir.list.refusals";

  /** 1 while the schema registry answers, 0 while the application waits for it. */
  public static final String REGISTRY_ANSWERS = "weir.registry.answers";

  /** 1 for the state the application is in, 0 for all others. */
  public static final String HEALTH_STATE = "weir.health.state";

  /** Looks for a list at its source, by outcome and reason. */
  public static final String SOURCE_LOOKS = "weir.source.looks";

  /** When a look at the source last ended well, in seconds since 1970; 0 for never. */
  public static final String SOURCE_GOOD_AT = "weir.source.good.timestamp.seconds";

  /** Transfers taken into look-back's index. */
  public static final String LOOKBACK_INDEXED = "weir.lookback.transfers.indexed";

  /** Transfers read again by look-back's scans. */
  public static final String LOOKBACK_EXAMINED = "weir.lookback.transfers.examined";

  /** Closed segments of look-back's index. */
  public static final String LOOKBACK_SEGMENTS = "weir.lookback.segments";

  /** Transfers in the closed segments of look-back's index. */
  public static final String LOOKBACK_SEGMENT_TRANSFERS = "weir.lookback.segment.transfers";

  /** Size of the index's filters. */
  public static final String LOOKBACK_INDEX_BYTES = "weir.lookback.index.bytes";

  /** Changes of the list, and questions, whose scan is not done. */
  public static final String LOOKBACK_SCANS = "weir.lookback.scans.pending";

  public static final String TAG_OUTCOME = "outcome";
  public static final String TAG_KIND = "kind";
  public static final String TAG_ACTION = "action";
  public static final String TAG_REASON = "reason";
  public static final String TAG_APPLICATION = "application";
  public static final String TAG_STATE = "state";
  public static final String TAG_AUTHORITY = "authority";
  public static final String TAG_LIST = "list";

  private MetricNames() {}
}
