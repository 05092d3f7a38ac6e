package io.weir.cli;

import io.weir.domain.ListOverride;
import io.weir.domain.ListOverride.Effect;
import io.weir.domain.Listing;
import io.weir.lists.ListId;
import io.weir.publish.HeldLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How the user's own decisions stand: which hold no more, and which soon will not.
 *
 * @param all in force, those that have expired among them
 * @param today UTC
 */
record OverridesStatus(List<Listing> all, LocalDate today) {

  /** Time enough to find out whether a decision still stands, and to renew it. */
  private static final int SOON_DAYS = 14;

  static OverridesStatus of(HeldLists held, LocalDate today) {
    return new OverridesStatus(
        held.rows().values().stream()
            .flatMap(row -> row.listings().stream())
            .filter(ListId.OVERRIDES::publishes)
            .filter(listing -> listing.derivation().isEmpty() && listing.override().isPresent())
            .sorted(Comparator.comparing(Listing::entryId))
            .toList(),
        today);
  }

  private List<Listing> that(Predicate<ListOverride> decision) {
    return all.stream().filter(listing -> listing.override().filter(decision).isPresent()).toList();
  }

  private List<Listing> expired() {
    return that(own -> !own.holdsOn(today));
  }

  private List<Listing> expiring() {
    return that(own -> own.holdsOn(today) && !own.holdsOn(today.plusDays(SOON_DAYS)));
  }

  /** What a person should know, a sentence a line; empty when nothing. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks(remarks, expired(), " expired and hold no more:");
    remarks(remarks, expiring(), " expire within " + SOON_DAYS + " days:");
    return remarks;
  }

  private void remarks(List<String> remarks, List<Listing> listings, String what) {
    if (!listings.isEmpty()) {
      remarks.add(ListId.OVERRIDES + ": " + listings.size() + " of " + all.size() + what);
      listings.forEach(
          listing ->
              remarks.add(
                  "  "
                      + Cells.of(listing.address())
                      + "  "
                      + OverrideWords.of(listing.override().orElseThrow(), today)));
    }
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("allow", that(own -> own.effect() == Effect.ALLOW).size());
    fields.put("deny", that(own -> own.effect() == Effect.DENY).size());
    fields.put("expired", expired().stream().map(ListFields::of).toList());
    fields.put("expiring", expiring().stream().map(ListFields::of).toList());
    return fields;
  }
}
