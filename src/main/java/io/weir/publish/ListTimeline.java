package io.weir.publish;

import io.weir.domain.ListEvent;
import io.weir.domain.ListEvent.Kind;
import io.weir.domain.ListManifest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One list as its loads go by, up to a moment and one load beyond. */
final class ListTimeline {
  private final String authority;
  private final String list;
  private final Instant moment;
  private final PastRows rows = new PastRows();
  private Optional<ListManifest> manifest = Optional.empty();
  private Optional<Instant> last = Optional.empty();
  private Optional<String> doubt = Optional.empty();
  private boolean passed;

  ListTimeline(String authority, String list, Instant moment) {
    this.authority = authority;
    this.list = list;
    this.moment = moment;
  }

  /**
   * The next load.
   *
   * @param changes its events but the last
   * @param damaged whether there were events that cannot be read
   */
  void load(List<ListEvent> changes, ListEvent published, boolean damaged) {
    if (passed) {
      return;
    }
    // Never before the load before it, whatever the clocks of the two publishers said.
    Instant at = last.filter(before -> before.isAfter(published.at())).orElse(published.at());
    boolean starts = starts(changes, published);
    if (at.isAfter(moment)) {
      passed = true;
      if (doubt.isEmpty() && !damaged) {
        doubt = last.isEmpty() ? before(changes, starts, at) : gap(changes, published, starts, at);
      }
      return;
    }
    if (published.manifest().isEmpty()) {
      withdraw(at);
      return;
    }
    if (starts) {
      doubt = Optional.empty();
      rows.start(changes);
    } else if (last.isEmpty()) {
      doubt = Optional.of(beginningLost(at));
    }
    if (damaged) {
      doubt = Optional.of("its load of " + at + " holds events that cannot be read");
    }
    last = Optional.of(at);
    if (doubt.isEmpty()) {
      doubt = rows.fault(changes, published.manifest(), at);
      rows.apply(changes);
      manifest = published.manifest();
    }
  }

  /** Whatever the list held, it holds nothing from now on. */
  private void withdraw(Instant at) {
    rows.start(List.of());
    manifest = Optional.empty();
    doubt = Optional.empty();
    last = Optional.of(at);
  }

  /** A load of this list cannot be read, nor when it was. */
  void lose() {
    if (!passed) {
      doubt =
          Optional.of(
              "a load"
                  + last.map(before -> " after that of " + before).orElse("")
                  + " cannot be read");
    }
  }

  ListAsOf asOf() {
    return doubt
        .map(this::unknown)
        .orElseGet(
            () -> new ListAsOf(authority, list, Optional.empty(), manifest, rows.listings()));
  }

  ListAsOf unknown(String why) {
    return ListAsOf.unknown(authority, list, why);
  }

  /** Whether what came before does not count any more. */
  private static boolean starts(List<ListEvent> changes, ListEvent published) {
    return changes.stream().anyMatch(event -> event.kind() == Kind.HELD)
        || published
            .manifest()
            .flatMap(ListManifest::historySince)
            .equals(Optional.of(published.at()));
  }

  /** What is not known of a list whose first load comes after the moment. */
  private static Optional<String> before(List<ListEvent> changes, boolean starts, Instant at) {
    if (!starts) {
      return Optional.of(beginningLost(at));
    }
    return changes.stream()
        .filter(event -> event.kind() == Kind.HELD)
        .findFirst()
        .map(event -> "it was in force before its history begins, at " + at);
  }

  /** What the first load after the moment found other than the history tells. */
  private Optional<String> gap(
      List<ListEvent> changes, ListEvent published, boolean starts, Instant at) {
    String between =
        "between " + last.orElseThrow() + " and " + at + " its rows changed, and not by Weir";
    if (starts) {
      return rows.isFoundBy(changes) ? Optional.empty() : Optional.of(between);
    }
    return rows.fault(changes, published.manifest(), at).map(fault -> between + ": " + fault);
  }

  private static String beginningLost(Instant at) {
    return "the beginning of its history, before " + at + ", is lost";
  }
}
