package io.weir.bench;

import io.weir.config.WeirConfig;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;

/** Reads every record and does nothing with it: what Kafka Streams costs by itself. */
final class IdleApp extends StreamsBenchApp {
  static final String SEEN = "seen";

  private final LongAdder seen = new LongAdder();

  IdleApp() {
    super("bench-idle");
  }

  @Override
  void build(StreamsBuilder builder, WeirConfig config) {
    builder.stream(
            config.topics().transfers(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-transfers"))
        .foreach((key, value) -> seen.increment(), Named.as("count"));
  }

  @Override
  public Map<String, String> figures() {
    return Map.of(SEEN, Long.toString(seen.sum()));
  }
}
