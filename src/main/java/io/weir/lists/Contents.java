package io.weir.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a format reads out of a file, before anything is made of it.
 *
 * @param publishedOn the date the file gives itself
 * @param entriesRead all entries of the file, those without an address among them
 * @param addresses in the order of the file
 * @param notices about rows that gave no address, or gave one with a flaw
 */
public record Contents(
    Optional<LocalDate> publishedOn,
    int entriesRead,
    List<PublishedAddress> addresses,
    List<Notice> notices) {
  public Contents {
    addresses = List.copyOf(addresses);
    notices = List.copyOf(notices);
  }

  /** The same with these notices too. */
  Contents withNotices(List<Notice> more) {
    return new Contents(
        publishedOn,
        entriesRead,
        addresses,
        Stream.concat(notices.stream(), more.stream()).toList());
  }
}
