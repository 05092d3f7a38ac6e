package io.weir.screening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * A value and the partition it goes to: that of the transfer it came from. Partitioning by key
 * again would scatter what a producer with another partitioner, or without keys, had kept together.
 *
 * @param bytes null for a tombstone that is passed on
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared; a carrier between a processor and its sink
record Routed(byte @Nullable [] bytes, int partition) {
  static final Serializer<Routed> SERIALIZER = (topic, routed) -> routed.bytes();

  static final StreamPartitioner<byte[], Routed> PARTITIONER =
      (topic, key, routed, partitions) -> only(routed.partition());

  /** A record is routed so often that the answers are made once; there are few partitions. */
  private static final List<Optional<Set<Integer>>> ONLY =
      IntStream.range(0, 256).mapToObj(only -> Optional.of(Set.of(only))).toList();

  private static Optional<Set<Integer>> only(int partition) {
    return partition < ONLY.size() ? ONLY.get(partition) : Optional.of(Set.of(partition));
  }
}
