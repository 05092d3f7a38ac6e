package io.weir.runtime;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.weir.avro.RegistrySerdes;
import io.weir.config.ConfigKeys;
import io.weir.config.WeirConfig;
import java.io.IOException;

/** The schema registry of a configuration, held to be there before anything depends on it. */
public final class Registry {
  private Registry() {}

  /** One call to the registry. */
  @FunctionalInterface
  private interface Call {
    void make() throws IOException, RestClientException;
  }

  /**
   * Serdes over the configured registry, after it has answered once.
   *
   * @throws Unreachable when it does not answer or refuses Weir, in a sentence that says what to do
   */
  public static RegistrySerdes connect(WeirConfig config) {
    RegistrySerdes serdes = RegistrySerdes.at(config.schemaRegistryUrl(), config.registry());
    answered(config, () -> serdes.client().getAllSubjects());
    return serdes;
  }

  /**
   * The same for screening, which also makes sure that the registry takes the schema of its alerts:
   * the first alert may come weeks after the start.
   *
   * @throws Unreachable when it does not answer or refuses Weir, in a sentence that says what to do
   */
  public static RegistrySerdes connectForScreening(WeirConfig config) {
    RegistrySerdes serdes = connect(config);
    answered(config, () -> serdes.announceAlerts(config.topics().alerts()));
    return serdes;
  }

  /**
   * The same for look-back, which also makes sure that the registry takes the schemas of its
   * changes and reports.
   *
   * @throws Unreachable when it does not answer or refuses Weir, in a sentence that says what to do
   */
  public static RegistrySerdes connectForLookback(WeirConfig config) {
    RegistrySerdes serdes = connectForScreening(config);
    answered(
        config,
        () ->
            serdes.announceLookback(
                config.topics().listingChanges(), config.topics().lookbackReports()));
    return serdes;
  }

  private static void answered(WeirConfig config, Call call) {
    try {
      call.make();
    } catch (RestClientException e) {
      throw new Unreachable(
          at(config)
              + " refused Weir: "
              + e.getMessage()
              + ". Check the registry.* keys and the rights of Weir's user there.",
          e);
    } catch (IOException e) {
      throw new Unreachable(
          at(config)
              + " does not answer: "
              + e.getMessage()
              + ". Check "
              + ConfigKeys.SCHEMA_REGISTRY_URL
              + " (set by "
              + config.origin(ConfigKeys.SCHEMA_REGISTRY_URL)
              + ") and that a registry runs there.",
          e);
    }
  }

  private static String at(WeirConfig config) {
    return "The schema registry at " + config.shownSchemaRegistryUrl();
  }
}
