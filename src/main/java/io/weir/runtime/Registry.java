package io.weir.runtime;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.weir.avro.RegistrySerdes;
import io.weir.config.ConfigKeys;
import io.weir.config.WeirConfig;
import java.io.IOException;

/** The schema registry of a configuration, held to be there before anything depends on it. */
public final class Registry {
  private Registry() {}

  /**
   * Serdes over the configured registry, after it has answered once.
   *
   * @throws Unreachable when it does not answer or refuses Weir, in a sentence that says what to do
   */
  public static RegistrySerdes connect(WeirConfig config) {
    RegistrySerdes serdes = RegistrySerdes.at(config.schemaRegistryUrl(), config.registry());
    try {
      serdes.client().getAllSubjects();
      return serdes;
    } catch (RestClientException e) {
      throw new Unreachable(
          at(config) + " refused Weir: " + e.getMessage() + " Check the registry.* keys.", e);
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
