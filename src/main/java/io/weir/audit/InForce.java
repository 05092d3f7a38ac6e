package io.weir.audit;

import io.weir.audit.Facts.Leg;
import io.weir.audit.ListLog.Row;
import io.weir.domain.ListOverride;
import io.weir.domain.Listing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lists a party, at one point of the list topic or now. */
final class InForce {
  /** In milliseconds: how far the clocks of those who wrote a row and a verdict may differ. */
  static final long CLOCKS_APART = 60_000;

  private final ListLog list;

  InForce(ListLog list) {
    this.list = list;
  }

  /** What listed it when all rows up to the position had been applied. */
  List<Listing> at(Leg leg, long position, LocalDate day) {
    return last(leg, position).map(row -> listing(row.listings(), day)).orElse(List.of());
  }

  /**
   * What listed it at the position and at the look-up, which came a little later: a row that was
   * written by then may have been applied between.
   *
   * @param at the time of the look-up, in milliseconds since the epoch
   */
  List<Listing> throughout(Leg leg, long position, long at, LocalDate day) {
    List<Row> between =
        list.rows(leg.address().key()).stream()
            .filter(row -> row.offset() > position && row.writtenAt() <= at + CLOCKS_APART)
            .toList();
    return at(leg, position, day).stream()
        .filter(listing -> between.stream().allMatch(row -> row.has(listing)))
        .toList();
  }

  /** Whether it is known what listed it then; what the cleaner took away is not. */
  boolean isKnownAt(Leg leg, long position) {
    boolean neverListed =
        list.rows(leg.address().key()).isEmpty() && list.past(leg.address().key()).isEmpty();
    return neverListed || last(leg, position).isPresent();
  }

  /** Everything that listed it at any time after the position. */
  List<Listing> after(Leg leg, long position, LocalDate day) {
    List<Listing> later = new ArrayList<>();
    for (Row row : list.rows(leg.address().key())) {
      if (row.offset() > position) {
        later.addAll(listing(row.listings(), day));
      }
    }
    return later;
  }

  /** What lists it now. */
  List<Listing> now(Leg leg, LocalDate day) {
    return at(leg, Long.MAX_VALUE, day);
  }

  private Optional<Row> last(Leg leg, long position) {
    return list.rows(leg.address().key()).stream()
        .filter(row -> row.offset() <= position)
        .reduce((earlier, later) -> later);
  }

  private static List<Listing> listing(List<Listing> row, LocalDate day) {
    return row.stream().filter(each -> lists(each, day)).toList();
  }

  /** An authority's listing always does; of the user's own, a denial does until it expires. */
  private static boolean lists(Listing listing, LocalDate day) {
    if (!listing.authority().equals("OWN") || !listing.list().equals("OVERRIDES")) {
      return true;
    }
    Optional<ListOverride> own = listing.override();
    return own.isEmpty()
        || (own.get().effect() == ListOverride.Effect.DENY
            && own.get().expiresOn().map(last -> !day.isAfter(last)).orElse(true));
  }
}
