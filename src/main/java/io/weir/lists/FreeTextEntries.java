package io.weir.lists;

import io.weir.lists.Notice.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the entries of a publication give that names its addresses in free text. */
final class FreeTextEntries {
  private final List<PublishedAddress> addresses = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private int count;

  /**
   * Takes one entry.
   *
   * @param line where it begins
   * @param listedOn the date of its designation as published
   */
  void add(int line, Designation entry, String listedOn, FreeText text) {
    count++;
    if (text.isEmpty()) {
      return;
    }
    if (entry.entryId().isEmpty()) {
      notices.add(
          new Notice(
              line, "", entry.name(), Effect.LOADED, "The entry has no id; loaded without one."));
    }
    if (entry.listedOn().isEmpty() && !listedOn.isEmpty()) {
      notices.add(
          new Notice(
              line,
              entry.entryId(),
              listedOn,
              Effect.LOADED,
              "Not a date of designation; loaded without its date."));
    }
    text.publish(entry, addresses, notices);
  }

  Contents contents(LocalDate publishedOn) {
    return new Contents(Optional.of(publishedOn), count, addresses, notices);
  }
}
