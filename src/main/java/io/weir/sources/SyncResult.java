package io.weir.sources;

import io.weir.sources.ListTarget.Change;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What came of one look for one list.
 *
 * @param change what differs now
 * @param publishedOn the date of the publication that is in force or was looked at
 * @param reason in one word, why it ended otherwise than well; a name that metrics carry
 * @param message the same in sentences, for a person
 */
public record SyncResult(
    ListSource source,
    Outcome outcome,
    Change change,
    Optional<LocalDate> publishedOn,
    Optional<String> reason,
    Optional<String> message) {

  /** How a look ended. */
  public enum Outcome {
    /** Something differed, and is in force now. */
    PUBLISHED,
    /** Nothing differed; that is written down. */
    UNCHANGED,
    /** The publication was refused; the list in force stays. */
    REFUSED,
    /** The publication was not got; the list in force stays. */
    NOT_FETCHED,
    /** The cluster did not take it; the list in force stays. */
    NOT_TAKEN;

    /** Whether the list is known to be up to date. */
    public boolean isGood() {
      return this == PUBLISHED || this == UNCHANGED;
    }
  }

  static SyncResult good(ListSource source, Change change, Optional<LocalDate> publishedOn) {
    return new SyncResult(
        source,
        change.isNothing() ? Outcome.UNCHANGED : Outcome.PUBLISHED,
        change,
        publishedOn,
        Optional.empty(),
        Optional.empty());
  }

  static SyncResult bad(ListSource source, Outcome outcome, String reason, Exception why) {
    return new SyncResult(
        source,
        outcome,
        Change.NOTHING,
        Optional.empty(),
        Optional.of(reason),
        Optional.of(String.valueOf(why.getMessage())));
  }
}
