package io.weir.screening;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The list index in the shape of a global store. It is in memory, so Kafka Streams replays the
 * whole topic through our own processor at every start, before the first transfer.
 */
final class ListIndexStore implements StateStore {
  private final ListIndex index;
  private boolean open;

  private ListIndexStore(ListIndex index) {
    this.index = index;
  }

  static StoreBuilder<ListIndexStore> builder(ListIndex index) {
    return new Builder(index);
  }

  @Override
  public String name() {
    return Names.LISTINGS;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    // Called twice by Kafka Streams; nothing has been applied before either.
    index.clear();
    context.register(
        root,
        (key, value) -> {
          throw new IllegalStateException(
              "The list must be restored through its processor, or unreadable rows go unnoticed");
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

  private record Builder(ListIndex index) implements StoreBuilder<ListIndexStore> {
    @Override
    public StoreBuilder<ListIndexStore> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<ListIndexStore> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<ListIndexStore> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException("The list topic is the log of this store");
    }

    @Override
    public StoreBuilder<ListIndexStore> withLoggingDisabled() {
      return this;
    }

    @Override
    public ListIndexStore build() {
      return new ListIndexStore(index);
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }

    @Override
    public String name() {
      return Names.LISTINGS;
    }
  }
}
