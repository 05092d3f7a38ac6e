package io.weir.screening;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * An index of a whole topic in the shape of a global store. It is in memory, so Kafka Streams
 * replays the topic through our own processor at every start, before the first transfer.
 */
final class IndexStore implements StateStore {
  private final String name;
  private final Runnable clear;
  private boolean open;

  private IndexStore(String name, Runnable clear) {
    this.name = name;
    this.clear = clear;
  }

  /**
   * @param clear empties the index, before the topic is replayed
   */
  static StoreBuilder<IndexStore> builder(String name, Runnable clear) {
    return new Builder(name, clear);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    // Called twice by Kafka Streams; nothing has been applied before either.
    clear.run();
    context.register(
        root,
        (key, value) -> {
          throw new IllegalStateException(
              "It must be restored through its processor, or unreadable records go unnoticed");
        });
    open = true;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private record Builder(String name, Runnable clear) implements StoreBuilder<IndexStore> {
    @Override
    public StoreBuilder<IndexStore> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<IndexStore> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<IndexStore> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException("The topic itself is the log of this store");
    }

    @Override
    public StoreBuilder<IndexStore> withLoggingDisabled() {
      return this;
    }

    @Override
    public IndexStore build() {
      return new IndexStore(name, clear);
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
