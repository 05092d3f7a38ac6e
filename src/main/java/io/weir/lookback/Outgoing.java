package io.weir.lookback;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * A value and the partition it goes to.
 *
 * @param partition {@link #EVERY} for a copy in each
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared; a carrier between a processor and its sink
record Outgoing(byte[] bytes, int partition) {
  static final int EVERY = -1;

  static final Serializer<Outgoing> SERIALIZER = (topic, outgoing) -> outgoing.bytes();

  static final StreamPartitioner<byte[], Outgoing> PARTITIONER =
      (topic, key, outgoing, partitions) ->
          Optional.of(
              outgoing.partition() == EVERY ? all(partitions) : Set.of(outgoing.partition()));

  private static Set<Integer> all(int partitions) {
    return IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
  }
}
