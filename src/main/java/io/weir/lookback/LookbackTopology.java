package io.weir.lookback;

import io.weir.domain.PromptCommits;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The look-back topology. */
public final class LookbackTopology {
  /*
   * Two parts. One task holds the rows of the list against those before and writes what changed to
   * every partition of the changes topic. One task for each partition of the screened topic takes
   * its transfers and its copy of the changes in one order, which is what makes "before" and "after"
   * mean something.
   *
   * Order. Changes go before any backlog of transfers: the more is known when a transfer arrives,
   * the less has to be read again.
   *
   * Exactly once. Alerts, reports, the progress of scans, segments and filters are in one
   * transaction with the offsets. The open segment is not stored: it is read from the log again.
   */

  private static final Map<String, String> CHANGELOG =
      Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(4 << 20));

  private LookbackTopology() {}

  /** Builds the topology. */
  public static Topology build(Lookback lookback, Clock clock, TopologyConfig config) {
    LookbackTopics topics = lookback.topics();
    ThreadLocal<PromptCommits> commits =
        ThreadLocal.withInitial(() -> new PromptCommits(lookback.settings().alertCommitInterval()));
    var bytesIn = new ByteArrayDeserializer();
    var bytesOut = new ByteArraySerializer();
    return new Topology(config)
        .addSource(
            AutoOffsetReset.earliest(),
            Names.READ_LIST,
            Timestamps.clamped(clock),
            bytesIn,
            bytesIn,
            topics.sanctionedAddresses())
        .addProcessor(
            Names.FAN_OUT_CHANGES, () -> new FanOutChanges(lookback, commits), Names.READ_LIST)
        .addStateStore(store(Names.LIST_ROWS), Names.FAN_OUT_CHANGES)
        .addSink(
            Names.WRITE_CHANGES,
            topics.listingChanges(),
            bytesOut,
            Outgoing.SERIALIZER,
            Outgoing.PARTITIONER,
            Names.FAN_OUT_CHANGES)
        .addSource(
            AutoOffsetReset.earliest(),
            Names.READ_CHANGES,
            Timestamps.first(),
            bytesIn,
            bytesIn,
            topics.listingChanges())
        .addSource(
            AutoOffsetReset.earliest(),
            Names.READ_SCREENED,
            Timestamps.clamped(clock),
            bytesIn,
            bytesIn,
            topics.screenedTransfers())
        .addProcessor(
            Names.LOOK_BACK,
            () -> new LookBack(lookback, commits),
            Names.READ_CHANGES,
            Names.READ_SCREENED)
        .addStateStore(store(Names.KNOWN_ADDRESSES), Names.LOOK_BACK)
        .addStateStore(store(Names.HIT_LIVES), Names.LOOK_BACK)
        .addStateStore(store(Names.SEGMENTS), Names.LOOK_BACK)
        .addStateStore(store(Names.FILTERS), Names.LOOK_BACK)
        .addStateStore(store(Names.SCANS), Names.LOOK_BACK)
        .addSink(
            Names.WRITE_ALERTS,
            topics.alerts(),
            bytesOut,
            Outgoing.SERIALIZER,
            Outgoing.PARTITIONER,
            Names.LOOK_BACK)
        .addSink(
            Names.WRITE_REPORTS,
            topics.reports(),
            bytesOut,
            Outgoing.SERIALIZER,
            Outgoing.PARTITIONER,
            Names.LOOK_BACK);
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingEnabled(CHANGELOG);
  }
}
