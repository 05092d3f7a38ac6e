package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.avro.RegistrySerdes;
import io.weir.config.ConfigSources;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.AgeLimits;
import io.weir.lookback.LookbackMeters;
import io.weir.metrics.MetricNames;
import io.weir.runtime.Defaults;
import io.weir.runtime.Health;
import io.weir.runtime.HealthVitals;
import io.weir.runtime.ScreeningApp;
import io.weir.screening.ListMeters;
import io.weir.screening.ManifestIndex;
import io.weir.sources.SourceMeters;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsContractTest {
  private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();

  @TempDir static Path folder;

  /** Registers what a run registers. */
  @BeforeAll
  static void run() throws IOException {
    Map<String, String> environment =
        Map.of(
            "WEIR_KAFKA_BOOTSTRAP_SERVERS",
            "localhost:1",
            "WEIR_SCHEMA_REGISTRY_URL",
            "http://localhost:1",
            "WEIR_STATE_DIR",
            folder.toString());
    WeirConfig config =
        new ConfigSources(List.of(), environment, Optional.empty()).load(Needs.BROKER_AND_REGISTRY);
    try (ScreeningApp app =
        new ScreeningApp(
            config,
            Defaults.chains(Optional.empty()),
            Defaults.policy(Optional.empty()),
            AgeLimits.same(config.listsMaxAge()),
            RegistrySerdes.over(new MockSchemaRegistryClient()),
            METERS,
            new Health(),
            Clock.systemUTC())) {
      new HealthVitals(app).watch(METERS);
      // Shown when the first manifest of a list comes.
      ManifestIndex manifests =
          new ManifestIndex(AgeLimits.same(config.listsMaxAge()), Clock.systemUTC());
      new ListMeters(METERS, manifests).show("OFAC/SDN");
    }
    new LookbackMeters(METERS);
    new SourceMeters(METERS, Defaults.lists(Optional.empty()).all(), Clock.systemUTC());
  }

  @Test
  void shouldDocumentTheMetersThatARunRegisters() throws IOException {
    Map<String, Set<String>> documented = new TreeMap<>();
    Pages.rows(Pages.OPERATIONS, "Metrics")
        .forEach((name, rest) -> documented.put(name, tags(rest.split("\\|", -1)[1])));
    documented.remove("metric");

    assertThat(documented).isEqualTo(registered());
  }

  @Test
  void shouldRegisterEveryNameThereIs() throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : MetricNames.class.getFields()) {
      if (!field.getName().startsWith("TAG_")) {
        names.add((String) field.get(null));
      }
    }

    assertThat(registered().keySet()).isEqualTo(names);
  }

  private static Map<String, Set<String>> registered() {
    Map<String, Set<String>> registered = new TreeMap<>();
    for (Meter meter : METERS.getMeters()) {
      Set<String> tags =
          meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toSet());
      registered.put(meter.getId().getName(), tags);
    }
    return registered;
  }

  private static Set<String> tags(String cell) {
    return Arrays.stream(cell.replace("`", "").split(","))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .collect(Collectors.toSet());
  }
}
