package io.weir.screening;

import io.weir.avro.RegistryPatience;
import java.time.Clock;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** The screening topology. */
public final class ScreeningTopology {
  /*
   * Join. A transfer is looked up in what the list holds when the transfer comes; what is listed
   * later is look-back's work. The list is a global store fed by our own processor, because that
   * alone also sees the rows that were in the topic before the start, unreadable ones among them.
   * The manifests come the same way; no transfer depends on them, readiness does.
   *
   * Order. Transfers keep their partition on every output. The list position is taken before the
   * look-ups, so a verdict holds for at least every row up to it.
   *
   * Failure. Bytes go in and bytes come out: no serializer of Kafka Streams can fail on a record.
   * What cannot be read is a verdict and a dead letter. A registry that does not answer is asked
   * again. Kafka's own handlers stay on fail, for what nobody foresaw.
   */

  private ScreeningTopology() {}

  /**
   * Builds the topology.
   *
   * @param startPatience for the registry while list and manifests are indexed; the global thread
   *     cannot be replaced, so it should outlast any outage
   */
  public static Topology build(
      Screening screening, RegistryPatience startPatience, Clock clock, TopologyConfig config) {
    ScreeningTopics topics = screening.topics();
    var bytesIn = new ByteArrayDeserializer();
    var bytesOut = new ByteArraySerializer();
    var timestamps = new ClampedTimestamps(clock);
    StreamPartitioner<byte[], Routed> samePartition = Routed.PARTITIONER;
    return new Topology(config)
        .addGlobalStore(
            IndexStore.builder(Names.LISTINGS, screening.list()::clear),
            Names.READ_LIST,
            timestamps,
            bytesIn,
            bytesIn,
            topics.sanctionedAddresses(),
            Names.INDEX_LIST,
            () -> new IndexListRow(screening.list(), screening.decodeRow(), startPatience))
        .addSource(
            AutoOffsetReset.earliest(),
            Names.READ_TRANSFERS,
            timestamps,
            bytesIn,
            bytesIn,
            topics.transfers())
        .addProcessor(
            Names.SCREEN_TRANSFER, () -> new ScreenTransfer(screening), Names.READ_TRANSFERS)
        .addStateStore(RaisedHits.storeBuilder(), Names.SCREEN_TRANSFER)
        .addSink(
            Names.WRITE_SCREENED,
            topics.screenedTransfers(),
            bytesOut,
            Routed.SERIALIZER,
            samePartition,
            Names.SCREEN_TRANSFER)
        .addSink(
            Names.WRITE_ALERTS,
            topics.alerts(),
            bytesOut,
            Routed.SERIALIZER,
            samePartition,
            Names.SCREEN_TRANSFER)
        .addSink(
            Names.WRITE_DEAD_LETTERS,
            topics.deadLetters(),
            bytesOut,
            Routed.SERIALIZER,
            samePartition,
            Names.SCREEN_TRANSFER)
        // Last: the numbers of tasks, and so the folders of their state, follow this order.
        .addGlobalStore(
            IndexStore.builder(Names.MANIFESTS, screening.manifests()::clear),
            Names.READ_MANIFESTS,
            timestamps,
            bytesIn,
            bytesIn,
            topics.listManifests(),
            Names.INDEX_MANIFEST,
            () -> new IndexManifest(screening, startPatience));
  }
}
