package io.weir.bench;

import io.weir.config.WeirConfig;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Copies every record but the first. */
final class LosingCopyApp extends StreamsBenchApp {
  private final AtomicBoolean lost = new AtomicBoolean();

  LosingCopyApp() {
    super("bench-losing");
  }

  @Override
  void build(StreamsBuilder builder, WeirConfig config) {
    builder.stream(
            config.topics().transfers(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read"))
        .filter((key, value) -> lost.getAndSet(true), Named.as("lose"))
        .to(
            config.topics().screenedTransfers(),
            Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("write"));
  }
}
