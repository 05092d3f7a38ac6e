package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.avro.RegistrySerdes;
import io.weir.config.WeirConfig;
import io.weir.domain.SanctionedAddress;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Lists addresses that the past holds, one whenever told to, and measures when the alerts of their
 * transfers are there. All of it in one process, which has one clock.
 */
final class ListingWork implements BenchWork {
  static final String READY = "ready";

  /** A command, as JSON: which of the planted listings comes. */
  static final String LISTING = "listing";

  static final String MEASURED = "measured";

  @Override
  public void run(Channel channel) throws InterruptedException {
    WeirConfig config = BenchConfig.of(channel.settings());
    RegistrySerdes serdes = RegistrySerdes.at(config.schemaRegistryUrl(), config.registry());
    Serializer<SanctionedAddress> rows = serdes.sanctionedAddress().serializer();
    PastTraffic past = WriteHistory.past(channel);
    String list = config.topics().sanctionedAddresses();
    try (RecordSink sink = new RecordSink(new HashMap<>(config.kafkaClient("producer.")));
        ListingEars ears =
            new ListingEars(config, serdes, (int) channel.number(WriteTransfers.PARTITIONS))) {
      channel.tell(READY, Map.of());
      for (String command = channel.next();
          !command.equals(Channel.STOP);
          command = channel.next()) {
        int listing = Integer.parseInt(Channel.fields(command).getOrDefault(LISTING, ""));
        SanctionedAddress row = past.row(listing);
        byte[] key = row.key().toString().getBytes(UTF_8);
        byte[] value = rows.serialize(list, row);
        long published = System.nanoTime();
        sink.send(list, 0, key, value);
        sink.finish();
        channel.tell(MEASURED, ears.await(row.key(), past.hits(listing), published).fields());
      }
    }
  }
}
