package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.avro.RegistryPatience;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.RegistryWatch;
import io.weir.domain.AgeLimits;
import io.weir.domain.SanctionedAddress;
import io.weir.lookback.ConsumerLog;
import io.weir.lookback.Lookback;
import io.weir.lookback.LookbackMeters;
import io.weir.lookback.LookbackSettings;
import io.weir.lookback.LookbackTopics;
import io.weir.lookback.LookbackTopology;
import io.weir.runtime.Defaults;
import io.weir.screening.ListIndex;
import io.weir.screening.ListMeters;
import io.weir.screening.ManifestIndex;
import io.weir.screening.Pace;
import io.weir.screening.Screening;
import io.weir.screening.ScreeningMeters;
import io.weir.screening.ScreeningSettings;
import io.weir.screening.ScreeningTopics;
import io.weir.screening.ScreeningTopology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.junit.jupiter.api.Test;

class TopologyContractTest {
  private static final Path SCREENING = Path.of("docs", "topology-screening.txt");
  private static final Path LOOKBACK = Path.of("docs", "topology-lookback.txt");

  @Test
  void shouldDocumentTheScreeningTopologyAsItIs() throws IOException {
    Golden.assertSame(SCREENING, screening());
  }

  @Test
  void shouldDocumentTheLookbackTopologyAsItIs() throws IOException {
    Golden.assertSame(LOOKBACK, lookback());
  }

  @Test
  void shouldNameEveryNodeAndStore() throws IOException {
    // Kafka numbers what has no name, and a number changes with the next node before it.
    assertThat(screening() + lookback()).doesNotContain("KSTREAM-", "KTABLE-", "STATE-STORE-");
  }

  private static String lookback() throws IOException {
    RegistryPatience patience =
        new RegistryPatience(Duration.ZERO, () -> false, new RegistryWatch(answers -> {}));
    Lookback lookback =
        new Lookback(
            new LookbackTopics(
                "sanctioned-addresses",
                "listing-changes",
                "screened-transfers",
                "alerts",
                "lookback-reports"),
            new LookbackSettings(1, 1, Duration.ZERO, Duration.ZERO, 1, Duration.ZERO),
            Defaults.chains(Optional.empty()),
            Defaults.policy(Optional.empty()),
            RegistrySerdes.over(new MockSchemaRegistryClient()),
            patience,
            () -> new ConsumerLog(Map.of(), "weir-lookback-default"),
            new LookbackMeters(new SimpleMeterRegistry()));
    return LookbackTopology.build(lookback, Clock.systemUTC(), config("weir-lookback-default"))
        .describe()
        .toString();
  }

  private static TopologyConfig config(String applicationId) {
    return new TopologyConfig(
        new StreamsConfig(
            Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                applicationId,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "unused:1")));
  }

  private static String screening() throws IOException {
    RegistrySerdes serdes = RegistrySerdes.over(new MockSchemaRegistryClient());
    Serde<SanctionedAddress> rows = serdes.sanctionedAddress();
    ManifestIndex manifests =
        new ManifestIndex(AgeLimits.same(Duration.ofDays(1)), Clock.systemUTC());
    RegistryPatience patience =
        new RegistryPatience(Duration.ZERO, () -> false, new RegistryWatch(answers -> {}));
    Screening screening =
        new Screening(
            new ScreeningTopics(
                "transfers",
                "sanctioned-addresses",
                "list-manifests",
                "screened-transfers",
                "alerts",
                "dead-letters"),
            new ScreeningSettings(true, 4 << 20, 900 << 10),
            Defaults.chains(Optional.empty()),
            Defaults.policy(Optional.empty()),
            new ListIndex(Path.of("unused"), bytes -> rows.deserializer().deserialize("", bytes)),
            manifests,
            serdes,
            rows,
            patience,
            new Pace(Duration.ZERO, Clock.systemUTC()),
            unused -> {},
            new ScreeningMeters(new SimpleMeterRegistry()),
            new ListMeters(new SimpleMeterRegistry(), manifests));
    return ScreeningTopology.build(
            screening, patience, Clock.systemUTC(), config("weir-screening-default"))
        .describe()
        .toString();
  }
}
