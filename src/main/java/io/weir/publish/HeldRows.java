package io.weir.publish;

import io.weir.address.AddressKey;
import io.weir.domain.SanctionedAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of the list topic, made of its records as they come; the last of each key counts. */
final class HeldRows implements TopicScan.Handler {
  private final Values<SanctionedAddress> values;
  private final Map<AddressKey, SanctionedAddress> rows = new HashMap<>();
  private final Set<AddressKey> unreadable = new HashSet<>();
  private final Set<String> unusableKeys = new HashSet<>();

  HeldRows(ListTopics topics) {
    this.values =
        new Values<>(topics.addresses(), topics.serdes().sanctionedAddress().deserializer());
  }

  @Override
  public void accept(String text, byte @Nullable [] value) {
    key(text).ifPresentOrElse(key -> accept(key, value), () -> acceptUnusable(text, value));
  }

  private void accept(AddressKey key, byte @Nullable [] value) {
    rows.remove(key);
    unreadable.remove(key);
    if (value != null) {
      values
          .read(value)
          .filter(row -> row.key().equals(key))
          .ifPresentOrElse(row -> rows.put(key, row), () -> unreadable.add(key));
    }
  }

  private void acceptUnusable(String text, byte @Nullable [] value) {
    if (value == null) {
      unusableKeys.remove(text);
    } else {
      unusableKeys.add(text);
    }
  }

  HeldLists with(HeldManifests lastLoads, long rowsEnd) {
    return new HeldLists(rows, unreadable, unusableKeys, lastLoads, rowsEnd);
  }

  private static Optional<AddressKey> key(String text) {
    try {
      return Optional.of(AddressKey.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
