package io.weir.publish;

import io.weir.domain.ListEvent;
import io.weir.domain.ListEvent.Kind;
import io.weir.lists.ListId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/*
 * The events of one load lie together and end with PUBLISHED; without it the load never took
 * effect, and its events are passed over.
 *
 * The history is evidence, so it is not believed but checked: what a load amends or withdraws must
 * be what was there, and each manifest counts the listings that must be there after its load. Where
 * this fails, what the list held is in doubt from the last load that was right to the next at which
 * its history begins anew. The first load after the moment is checked as well: it shows whether the
 * rows were still those that the history tells.
 */
/** The lists as they were in force at a moment, rebuilt by playing the history from its start. */
final class HistoryFold {
  private final Instant moment;
  private final Map<String, ListTimeline> lists = new TreeMap<>();
  private final List<ListEvent> load = new ArrayList<>();
  private boolean damaged;
  private Optional<Instant> begins = Optional.empty();

  HistoryFold(Instant moment) {
    this.moment = moment;
  }

  /** The next event. */
  void accept(ListEvent event) {
    if (event.kind() == Kind.REFUSED) {
      return;
    }
    if (!load.isEmpty() && !load.get(0).loadId().equals(event.loadId())) {
      load.clear();
    }
    if (event.kind() == Kind.PUBLISHED) {
      begins = begins.or(() -> Optional.of(event.at()));
      timeline(event.authority(), event.list()).load(load, event, damaged);
      load.clear();
      damaged = false;
    } else {
      load.add(event);
    }
  }

  /** A record that is no event, or one that this version of Weir does not know. */
  void acceptUnreadable(String key) {
    Optional<ListId> list = HistoryTopic.listOf(key);
    if (list.isPresent()) {
      timeline(list.get().authority(), list.get().list()).lose();
      load.clear();
      damaged = false;
    } else {
      // Which list it is about shows at the end of its load.
      damaged = true;
    }
  }

  ListsAsOf finish() {
    Optional<Instant> late = begins.filter(moment::isBefore);
    return new ListsAsOf(
        moment,
        begins,
        lists.values().stream()
            .map(
                list ->
                    late.map(begin -> list.unknown("the history begins at " + begin))
                        .orElseGet(list::asOf))
            .toList());
  }

  private ListTimeline timeline(String authority, String list) {
    return lists.computeIfAbsent(
        authority + '/' + list, id -> new ListTimeline(authority, list, moment));
  }
}
