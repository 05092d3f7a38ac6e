package io.weir.bench;

import java.util.Map;
import java.util.Optional;

/** Writes the list that the loads of a seed know. */
final class WriteList extends WriteWork {
  static final String LISTED = "listed";

  /** Names the topic of the rows by published text; absent when nobody reads it. */
  static final String BY_TEXT = "by-text";

  @Override
  Map<String, String> write(Channel channel, LoadWriter writer) throws InterruptedException {
    writer.list(
        channel.setting(TOPIC),
        Optional.ofNullable(channel.settings().get(BY_TEXT)),
        channel.number(SEED),
        channel.number(LISTED));
    return Map.of();
  }
}
