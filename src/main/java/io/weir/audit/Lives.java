package io.weir.audit;

import io.weir.audit.Difference.Kind;
import io.weir.audit.Facts.Leg;
import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.domain.Listing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/*
 * HIT and LOOKBACK open a hit, DELISTED and RETRACTED close it. For a listing in force every pair
 * of transfer and listing is open exactly once, whichever of the two came first; for a withdrawn
 * listing none is open; nothing is opened twice without being closed between.
 */
/** Holds the lives of a transfer's hits against what is listed now. */
final class Lives {
  private final Audit.Parts parts;
  private final JudgedRange range;
  private final TopicPartition transfers;
  private final InForce inForce;
  private final Tally tally;
  private final LocalDate today;

  Lives(Audit.Parts parts, JudgedRange range) {
    this.parts = parts;
    this.range = range;
    this.transfers = range.transfers().partition();
    this.inForce = new InForce(parts.list());
    this.tally = parts.tally();
    this.today = LocalDate.ofInstant(parts.now(), ZoneOffset.UTC);
  }

  /** What should be open, and who should have opened it. */
  private record Due(Leg leg, Listing listing, boolean byScreening) {}

  void judge(String id, List<Seen> seen, List<AuditedAlert> alerts) {
    Map<String, Due> due = due(id, seen);
    tally.count("hits due", due.size());
    Set<String> open = fold(id, seen, alerts);
    due.forEach(
        (hitId, each) -> {
          if (!open.contains(hitId)) {
            missed(id, seen, hitId, each);
          }
        });
    Set<String> possible = possible(id, seen);
    for (String hitId : open) {
      if (!due.containsKey(hitId) && !possible.contains(hitId)) {
        differ(
            Kind.HIT_NOT_CLOSED,
            id,
            seen,
            "Hit " + hitId + " is open, and nothing in force has it.");
      }
    }
  }

  private Map<String, Due> due(String id, List<Seen> seen) {
    Map<String, Due> due = new TreeMap<>();
    for (Seen record : seen) {
      if (record.facts().dropped()) {
        due.clear();
      } else if (record.whole().isPresent()) {
        for (Leg leg : record.facts().legs()) {
          add(due, id, record, leg);
        }
      }
    }
    return due;
  }

  private void add(Map<String, Due> due, String id, Seen record, Leg leg) {
    LocalDate day = record.verdict().map(Verdict::day).orElse(today);
    Set<String> then = new HashSet<>();
    record
        .verdict()
        .ifPresent(
            verdict ->
                inForce
                    .throughout(leg, verdict.position(), verdict.at(), day)
                    .forEach(listing -> then.add(listing.listingId())));
    for (Listing listing : inForce.now(leg, day)) {
      boolean byScreening = then.contains(listing.listingId());
      if (byScreening || parts.scope().lookback()) {
        due.merge(
            hit(id, leg, listing.listingId()),
            new Due(leg, listing, byScreening),
            (one, other) -> one.byScreening() ? one : other);
      }
    }
  }

  /**
   * What may be open without being due. Where no look-back runs, whatever nobody closes; where a
   * row cannot be read now, whatever it listed before: whether that is withdrawn is not known.
   */
  private Set<String> possible(String id, List<Seen> seen) {
    Set<String> possible = new HashSet<>();
    if (seen.get(seen.size() - 1).facts().dropped()) {
      return possible;
    }
    for (Seen record : seen) {
      LocalDate day = record.verdict().map(Verdict::day).orElse(today);
      for (Leg leg : record.facts().legs()) {
        if (!parts.scope().lookback() || isUnreadable(leg, day)) {
          inForce
              .after(leg, -1, day)
              .forEach(listing -> possible.add(hit(id, leg, listing.listingId())));
          parts
              .list()
              .past(leg.address().key())
              .forEach(listingId -> possible.add(hit(id, leg, listingId)));
        }
      }
    }
    return possible;
  }

  private boolean isUnreadable(Leg leg, LocalDate day) {
    return inForce.now(leg, day).stream()
        .anyMatch(listing -> listing.authority().equals(Listing.UNREADABLE));
  }

  private static String hit(String id, Leg leg, String listingId) {
    return HashIds.hit(id, leg.role(), leg.key(), listingId);
  }

  private Set<String> fold(String id, List<Seen> seen, List<AuditedAlert> alerts) {
    Set<String> open = new HashSet<>();
    Set<String> everOpen = new HashSet<>();
    Map<String, AlertKind> openedBy = new TreeMap<>();
    boolean sentAgain =
        seen.size() > 1 || alerts.stream().anyMatch(each -> !range.covers(each.alert().source()));
    for (AuditedAlert audited : alerts) {
      AlertKind kind = audited.alert().kind();
      for (Hit hit : audited.alert().hits()) {
        boolean opens = kind == AlertKind.HIT || kind == AlertKind.LOOKBACK;
        if (!opens) {
          open.remove(hit.hitId());
          if (!everOpen.contains(hit.hitId())) {
            differ(
                Kind.HIT_NEVER_OPENED,
                audited,
                id,
                kind + " closes hit " + hit.hitId() + ", which no alert has opened.");
          }
        } else if (!open.add(hit.hitId())) {
          repeated(id, sentAgain, audited, hit, openedBy.get(hit.hitId()));
        }
        if (opens) {
          everOpen.add(hit.hitId());
          openedBy.put(hit.hitId(), kind);
        }
      }
    }
    return open;
  }

  /** Of a transfer that was sent again, screening and look-back may open a hit both. */
  private void repeated(
      String id, boolean sentAgain, AuditedAlert audited, Hit hit, AlertKind before) {
    boolean byBoth =
        (before == AlertKind.LOOKBACK) != (audited.alert().kind() == AlertKind.LOOKBACK);
    if (sentAgain && byBoth) {
      tally.count("hits opened twice of transfers that were sent again");
      return;
    }
    differ(Kind.HIT_REPEATED, audited, id, "Hit " + hit.hitId() + " was opened by " + before + ".");
  }

  private void missed(String id, List<Seen> seen, String hitId, Due due) {
    differ(
        Kind.HIT_MISSED,
        id,
        seen,
        "Hit "
            + hitId
            + " of "
            + due.leg().role()
            + " "
            + due.leg().address().text()
            + ", listed by "
            + due.listing().authority()
            + " as "
            + due.listing().name()
            + ", is not open; "
            + (due.byScreening() ? "screening" : "look-back")
            + " should have opened it.");
  }

  private void differ(Kind kind, String id, List<Seen> seen, String detail) {
    long offset = seen.get(seen.size() - 1).offset();
    tally.differ(kind, Tally.where(transfers.topic(), transfers.partition(), offset), id, detail);
  }

  private void differ(Kind kind, AuditedAlert at, String id, String detail) {
    tally.differ(
        kind, Tally.where(parts.topics().alerts(), transfers.partition(), at.offset()), id, detail);
  }
}
