package io.weir.bench;

import io.weir.avro.RegistrySerdes;
import io.weir.config.WeirConfig;
import io.weir.domain.Alert;
import io.weir.domain.SourcePosition;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Sends transfers at a steady rate and measures when their alerts are there, and beside them when
 * the transfers themselves are: what any consumer has to wait for. All of it in one process, which
 * has one clock.
 */
final class ProbeWork implements BenchWork {
  static final String PARTITIONS = "partitions";
  static final String SEED = "seed";
  static final String HIT_EVERY = "hit-every";
  static final String HITS_AMONG = "hits-among";

  /** The index of the first transfer: as many as there are on the topic already. */
  static final String FIRST = "first";

  static final String READY = "ready";

  /** A command, as JSON: a steady load. */
  static final String RATE = "rate";

  static final String SETTLING_SECONDS = "settling-seconds";
  static final String SECONDS = "seconds";

  /** The answer to it. */
  static final String MEASURED = "measured";

  static final String ALERTS = "alerts";
  static final String ALERTS_SINCE_DUE = "alerts-since-due";
  static final String PLAIN = "plain";
  static final String BEHIND_MICROS = "behind-micros";

  @Override
  public void run(Channel channel) throws InterruptedException {
    WeirConfig config = BenchConfig.of(channel.settings());
    RegistrySerdes serdes = RegistrySerdes.at(config.schemaRegistryUrl(), config.registry());
    Deserializer<Alert> alerts = serdes.alert().deserializer();
    int partitions = (int) channel.number(PARTITIONS);
    Map<String, String> consumer = config.kafkaClient("consumer.");
    String transfers = config.topics().transfers();
    String flagged = config.topics().alerts();
    LoadTraffic traffic =
        new LoadTraffic(
            new LoadSpec(
                channel.number(SEED),
                LoadShape.MIX,
                channel.number(HIT_EVERY),
                channel.number(HITS_AMONG)));
    // Loads go round the partitions, so a record's position says which transfer it is.
    try (Listener plain =
            new Listener(
                "The listener to transfers",
                consumer,
                transfers,
                record -> record.offset() * partitions + record.partition(),
                traffic::isHit,
                channel.clock());
        Listener hits =
            new Listener(
                "The listener to alerts",
                consumer,
                flagged,
                record -> {
                  SourcePosition source = alerts.deserialize(flagged, record.value()).source();
                  return source.offset() * partitions + source.partition();
                },
                traffic::isHit,
                channel.clock());
        SteadySender sender =
            new SteadySender(
                new HashMap<>(config.kafkaClient("producer.")),
                serdes,
                transfers,
                partitions,
                traffic,
                channel.number(FIRST))) {
      channel.tell(READY, Map.of());
      for (String command = channel.next();
          !command.equals(Channel.STOP);
          command = channel.next()) {
        channel.tell(MEASURED, sender.measure(Channel.fields(command), plain, hits));
      }
    }
  }
}
