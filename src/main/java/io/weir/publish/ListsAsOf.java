package io.weir.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The lists as they were in force at a moment, by the history.
 *
 * @param begins when the history begins; empty when it is empty
 * @param lists every list that the history or the manifests name, by authority and list
 */
public record ListsAsOf(Instant moment, Optional<Instant> begins, List<ListAsOf> lists) {

  public ListsAsOf {
    lists =
        lists.stream()
            .sorted(Comparator.comparing(ListAsOf::authority).thenComparing(ListAsOf::list))
            .toList();
  }

  /**
   * Reads the history up to a moment.
   *
   * @throws ListTopicMissing when a topic does not exist
   * @throws ListTopicUnread when one cannot be read to its end
   * @throws io.weir.avro.RegistryUnavailable when the registry does not answer
   */
  public static ListsAsOf read(ListTopics topics, Instant moment, ListProgress progress) {
    HistoryFold fold = new HistoryFold(moment);
    HistoryTopic history = new HistoryTopic(topics, progress);
    history.forEach(fold::accept, fold::acceptUnreadable);
    return fold.finish().with(HeldManifests.read(topics));
  }

  /** The same, with the lists that are in force and of which the history tells nothing. */
  ListsAsOf with(HeldManifests held) {
    Set<String> told =
        lists.stream()
            .map(list -> list.authority() + '/' + list.list())
            .collect(Collectors.toCollection(TreeSet::new));
    List<ListAsOf> all = new ArrayList<>(lists);
    held.manifests()
        .forEach(
            (id, manifest) -> {
              if (!told.contains(id)) {
                all.add(
                    ListAsOf.unknown(
                        manifest.authority(),
                        manifest.list(),
                        manifest
                            .historySince()
                            .map(since -> "its history, which began at " + since + ", is lost")
                            .orElse("it was not loaded since Weir keeps a history")));
              }
            });
    held.unreadable().stream()
        .filter(id -> !told.contains(id))
        .flatMap(id -> HistoryTopic.listOf(id).stream())
        .forEach(
            id ->
                all.add(
                    ListAsOf.unknown(
                        id.authority(),
                        id.list(),
                        "its manifest cannot be read, and the history does not name it")));
    return new ListsAsOf(moment, begins, all);
  }
}
