package io.weir.bench;

import io.weir.config.WeirConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** Writes every record on as it is: what it costs to write as many records as are read. */
final class CopyApp extends StreamsBenchApp {
  CopyApp() {
    super("bench-copy");
  }

  @Override
  void build(StreamsBuilder builder, WeirConfig config) {
    builder.stream(
            config.topics().transfers(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-transfers"))
        .to(
            config.topics().screenedTransfers(),
            Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("write-copies"));
  }
}
