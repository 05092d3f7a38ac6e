package io.weir.lists;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.domain.Retrieval;
import io.weir.domain.SkippedRow;
import io.weir.domain.Source;
import java.util.List;
import java.util.SortedMap;

/**
 * What one publication of one list says, ready to be compared with what is in force.
 *
 * @param retrieval how it was come by
 * @param rows the listings of each address key, derived ones included; every list of listings is
 *     ordered by listing id and never empty
 * @param mayNameNoAddress whether to name no address is ordinary for the list
 * @param entriesRead all entries of the file, those without an address among them
 * @param entries entries that name at least one address
 * @param addresses distinct published address keys, derived ones not counted
 * @param notices by line
 */
public record Publication(
    ListId id,
    Source source,
    Retrieval retrieval,
    SortedMap<AddressKey, List<Listing>> rows,
    boolean mayNameNoAddress,
    int entriesRead,
    int entries,
    int addresses,
    List<Notice> notices) {

  public Publication {
    notices = List.copyOf(notices);
  }

  /** The same publication, come by in another way. */
  public Publication withRetrieval(Retrieval other) {
    return new Publication(
        id, source, other, rows, mayNameNoAddress, entriesRead, entries, addresses, notices);
  }

  /** All listings, by key. */
  public List<Listing> listings() {
    return rows.values().stream().flatMap(List::stream).toList();
  }

  /** The rows that were left out or kept as bare text. */
  public List<SkippedRow> skipped() {
    return notices.stream()
        .filter(notice -> isSkipped(notice.effect()))
        .map(
            notice ->
                new SkippedRow(notice.line(), notice.entryId(), notice.text(), notice.reason()))
        .toList();
  }

  private static boolean isSkipped(Notice.Effect effect) {
    return effect == Notice.Effect.LEFT_OUT || effect == Notice.Effect.KEPT_AS_TEXT;
  }
}
