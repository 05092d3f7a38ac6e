package io.weir.publish;

import io.weir.address.AddressKey;
import io.weir.domain.ListEvent;
import io.weir.domain.ListEvent.Kind;
import io.weir.lists.ListId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The topic with every change of every list. */
public final class HistoryTopic {
  private final Values<ListEvent> values;
  private final TopicScan scan;

  public HistoryTopic(ListTopics topics, ListProgress progress) {
    this.values = new Values<>(topics.history(), topics.serdes().listEvent().deserializer());
    this.scan = new TopicScan(topics.history(), topics, progress);
  }

  /** What a history tells of publications alone. */
  public record Publications(List<ListEvent> events, int unreadable) {
    public Publications {
      events = List.copyOf(events);
    }
  }

  /**
   * The publications that took effect and those that were refused, in their order.
   *
   * @throws ListTopicMissing when the topic does not exist
   * @throws ListTopicUnread when it cannot be read to its end
   * @throws io.weir.avro.RegistryUnavailable when the registry does not answer
   */
  public Publications publications() {
    List<ListEvent> events = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    scan.forEach(
        (key, bytes) -> {
          // Those of single listings are many, and all of them have an address key.
          if (!isAddressKey(key)) {
            read(key, bytes).ifPresentOrElse(events::add, () -> unreadable.add(key));
          }
        });
    return new Publications(
        events.stream()
            .filter(event -> event.kind() == Kind.PUBLISHED || event.kind() == Kind.REFUSED)
            .toList(),
        unreadable.size());
  }

  /** Hands over all events, in their order, and the key of each record that is none. */
  void forEach(Consumer<ListEvent> events, Consumer<String> unreadable) {
    scan.forEach(
        (key, bytes) -> read(key, bytes).ifPresentOrElse(events, () -> unreadable.accept(key)));
  }

  /** Whether the record is about a single listing; the name of a list holds no colon. */
  static boolean isAddressKey(String key) {
    return key.indexOf(':') >= 0;
  }

  /** The list that a record is about as a whole. */
  static Optional<ListId> listOf(String key) {
    int slash = key.indexOf('/');
    if (isAddressKey(key) || slash < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ListId(key.substring(0, slash), key.substring(slash + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The key of the record that holds an event. */
  static String keyOf(ListEvent event) {
    return event
        .key()
        .map(AddressKey::toString)
        .orElseGet(() -> event.authority() + '/' + event.list());
  }

  private Optional<ListEvent> read(String key, byte @Nullable [] bytes) {
    return bytes == null
        ? Optional.empty()
        : values.read(bytes).filter(event -> keyOf(event).equals(key) && isWhole(event));
  }

  private static boolean isWhole(ListEvent event) {
    return switch (event.kind()) {
      case HELD, ADDED, REMOVED -> event.key().isPresent() && event.listing().isPresent();
      case AMENDED ->
          event.key().isPresent() && event.listing().isPresent() && event.before().isPresent();
      case PUBLISHED -> event.key().isEmpty();
      case REFUSED -> event.key().isEmpty() && event.refusal().isPresent();
    };
  }
}
