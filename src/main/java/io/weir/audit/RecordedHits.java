package io.weir.audit;

import io.weir.audit.Difference.Kind;
import io.weir.audit.Facts.Leg;
import io.weir.domain.Listing;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/*
 * A record screened at a position was held against every row up to it, and perhaps against some
 * later ones: the position was taken before the look-ups. So the hits of the rows up to it must be
 * there, those of later rows may be, and no others. A hit may be missing when a later row, written
 * by then, has withdrawn its listing.
 */
/** Holds the hits and the outcome that a screened record tells against the list of its time. */
final class RecordedHits {
  private final Audit.Parts parts;
  private final InForce inForce;
  private final Tally tally;
  private final int partition;

  RecordedHits(Audit.Parts parts, int partition) {
    this.parts = parts;
    this.inForce = new InForce(parts.list());
    this.tally = parts.tally();
    this.partition = partition;
  }

  /**
   * Judges one record.
   *
   * @param retracts whether an alert was raised because of it that takes hits back
   */
  void judge(Seen seen, boolean retracts) {
    if (seen.verdict().isEmpty()) {
      return;
    }
    Verdict verdict = seen.verdict().get();
    Set<String> certain = new TreeSet<>();
    Set<String> possible = new TreeSet<>();
    for (Leg leg : seen.facts().legs()) {
      collect(seen, leg, verdict, certain, possible);
    }
    if (seen.whole().isEmpty() && !certain.isEmpty()) {
      requireUnreadable(seen, verdict);
      return;
    }
    if (verdict.namesItsHits()) {
      require(seen, verdict.hitIds(), certain, possible);
    }
    requireOutcome(seen, verdict, retracts);
  }

  private void collect(
      Seen seen, Leg leg, Verdict verdict, Set<String> certain, Set<String> possible) {
    LocalDate day = verdict.day();
    String id = seen.facts().transferId();
    List<Listing> then = inForce.at(leg, verdict.position(), day);
    inForce
        .throughout(leg, verdict.position(), verdict.at(), day)
        .forEach(listing -> certain.add(hit(id, leg, listing)));
    Stream.concat(then.stream(), inForce.after(leg, verdict.position(), day).stream())
        .forEach(listing -> possible.add(hit(id, leg, listing)));
    if (!inForce.isKnownAt(leg, verdict.position())) {
      parts
          .list()
          .past(leg.address().key())
          .forEach(listingId -> possible.add(HashIds.hit(id, leg.role(), leg.key(), listingId)));
    }
  }

  private static String hit(String transferId, Leg leg, Listing listing) {
    return HashIds.hit(transferId, leg.role(), leg.key(), listing.listingId());
  }

  private void require(Seen seen, Set<String> found, Set<String> certain, Set<String> possible) {
    for (String id : certain) {
      if (!found.contains(id)) {
        differ(Kind.HIT_NOT_RECORDED, seen, "Hit " + id + " is not among " + found + ".");
      }
    }
    for (String id : found) {
      if (!possible.contains(id)) {
        differ(Kind.HIT_FORGED, seen, "Hit " + id + " is of no listing of its time or later.");
      }
    }
  }

  private void requireOutcome(Seen seen, Verdict verdict, boolean retracts) {
    String reason = seen.facts().reason();
    String expected =
        verdict.hasHits() || (retracts && seen.facts().dropped())
            ? "FLAGGED"
            : reason.isEmpty() ? "CLEAR" : "UNSCREENABLE";
    if (!verdict.outcome().equals(expected)) {
      differ(
          Kind.WRONG_OUTCOME,
          seen,
          "It is " + verdict.outcome() + ", but should be " + expected + ".");
    } else if (!verdict.reason().equals(reason)) {
      differ(
          Kind.WRONG_REASON,
          seen,
          "It is '" + verdict.reason() + "', but should be '" + reason + "'.");
    }
  }

  /** Who takes part can be read, the rest cannot: an alert could not carry the transfer. */
  private void requireUnreadable(Seen seen, Verdict verdict) {
    if (!verdict.outcome().equals("UNSCREENABLE")) {
      differ(
          Kind.WRONG_OUTCOME,
          seen,
          "It is " + verdict.outcome() + ", but cannot be read in full to be alerted.");
    }
  }

  private void differ(Kind kind, Seen seen, String detail) {
    tally.differ(
        kind,
        Tally.where(parts.topics().screened(), partition, seen.screenedOffset()),
        seen.facts().transferId(),
        detail);
  }
}
