package io.weir.lookback;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The closed segments of a partition: what they are in memory, their filters in a store alone. */
final class SegmentIndex {
  private final KeyValueStore<Bytes, byte[]> segmentStore;
  private final KeyValueStore<Bytes, byte[]> filterStore;
  private final NavigableMap<Long, Segment> segments = new TreeMap<>();
  private long filterBytes;
  private long transfers;

  /** Reads which segments the stores hold. */
  SegmentIndex(
      KeyValueStore<Bytes, byte[]> segmentStore, KeyValueStore<Bytes, byte[]> filterStore) {
    this.segmentStore = segmentStore;
    this.filterStore = filterStore;
    try (KeyValueIterator<Bytes, byte[]> rows = segmentStore.all()) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        long from = ByteBuffer.wrap(row.key.get()).getLong();
        segments.put(from, Segment.read(from, row.value));
      }
    }
    segments.values().forEach(this::count);
  }

  void add(OpenSegment.Closed closed) {
    Segment segment = closed.segment();
    Bytes row = row(segment.from());
    segmentStore.put(row, segment.bytes());
    filterStore.put(row, closed.filter().bytes());
    segments.put(segment.from(), segment);
    count(segment);
  }

  private void count(Segment segment) {
    filterBytes += bytesOf(segment);
    transfers += segment.records();
  }

  /** Forgets the segments that retention has taken away wholly. */
  int dropBefore(long offset) {
    List<Segment> gone = new ArrayList<>();
    for (Segment segment : segments.values()) {
      if (segment.end() > offset) {
        break;
      }
      gone.add(segment);
    }
    for (Segment segment : gone) {
      segmentStore.delete(row(segment.from()));
      filterStore.delete(row(segment.from()));
      segments.remove(segment.from());
      filterBytes -= bytesOf(segment);
      transfers -= segment.records();
    }
    return gone.size();
  }

  /** The first segment that ends behind an offset. */
  Optional<Segment> endingBehind(long offset) {
    var at = segments.floorEntry(offset);
    if (at != null && at.getValue().end() > offset) {
      return Optional.of(at.getValue());
    }
    return Optional.ofNullable(segments.higherEntry(offset)).map(entry -> entry.getValue());
  }

  SegmentFilter filter(Segment segment) {
    return SegmentFilter.read(filterStore.get(row(segment.from())));
  }

  Collection<Segment> all() {
    return segments.values();
  }

  /** The offset behind the last segment; empty when there is none. */
  Optional<Long> end() {
    return segments.isEmpty()
        ? Optional.empty()
        : Optional.of(segments.lastEntry().getValue().end());
  }

  /** How many transfers the segments hold. */
  long transfers() {
    return transfers;
  }

  /** The size of the filters, without what the store adds. */
  long filterBytes() {
    return filterBytes;
  }

  private static long bytesOf(Segment segment) {
    return SegmentFilter.size(segment.keys());
  }

  private static Bytes row(long from) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(from).array());
  }
}
