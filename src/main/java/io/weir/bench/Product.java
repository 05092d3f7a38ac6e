package io.weir.bench;

import java.util.ArrayList;
import java.util.List;

/** What a contestant must have written when it is done with a load. */
enum Product {
  /** Nothing at all. */
  NOTHING(false, false),
  /** Every record, as it was. */
  COPIES(true, false),
  /** An alert for each hit that a comparison of texts finds, under the transfer's key. */
  TEXT_ALERTS(false, false),
  /** The alerts of all hits. */
  ALERTS(false, true),
  /** Every record as it was, with its verdict, and the alerts of all hits. */
  VERDICTS_AND_ALERTS(true, true);

  private final boolean copies;
  private final boolean hits;

  Product(boolean copies, boolean hits) {
    this.copies = copies;
    this.hits = hits;
  }

  /** Whether the alerts are Weir's, which name their hits. */
  boolean namesHits() {
    return hits;
  }

  /**
   * What was found on the outputs.
   *
   * @param screened keys and values of the screened topic
   * @param clear records among them with the verdict {@code CLEAR}
   * @param flagged records among them with the verdict {@code FLAGGED}
   * @param alertKeys keys of the alerts
   * @param hits ids of the hits in the alerts, where these name any
   * @param deadLetters dead letters
   */
  record Found(
      Tally.Result screened,
      long clear,
      long flagged,
      Tally.Result alertKeys,
      Tally.Result hits,
      long deadLetters) {}

  /** Everything in which the outputs are not what the load must lead to; empty when they are. */
  List<String> disagreements(Expected expected, Found found) {
    List<String> wrong = new ArrayList<>();
    Tally.Result records = copies ? expected.records() : Tally.Result.NOTHING;
    compare(wrong, "screened records", found.screened(), records);
    long flagged = this == VERDICTS_AND_ALERTS ? expected.hits().count() : 0;
    long clear = this == VERDICTS_AND_ALERTS ? expected.records().count() - flagged : 0;
    compare(wrong, "verdicts FLAGGED", found.flagged(), flagged);
    compare(wrong, "verdicts CLEAR", found.clear(), clear);
    if (hits) {
      compare(wrong, "hits in alerts", found.hits(), expected.hits());
    } else {
      Tally.Result alerts = this == TEXT_ALERTS ? expected.found() : Tally.Result.NOTHING;
      compare(wrong, "alerts", found.alertKeys(), alerts);
    }
    compare(wrong, "dead letters", found.deadLetters(), 0);
    return wrong;
  }

  private static void compare(
      List<String> wrong, String what, Tally.Result found, Tally.Result expected) {
    if (found.count() != expected.count()) {
      compare(wrong, what, found.count(), expected.count());
    } else if (!found.equals(expected)) {
      wrong.add(expected.count() + " " + what + ", as many as there must be, but not the same");
    }
  }

  private static void compare(List<String> wrong, String what, long found, long expected) {
    if (found != expected) {
      wrong.add(found + " " + what + " instead of " + expected);
    }
  }
}
