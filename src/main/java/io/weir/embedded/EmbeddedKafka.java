package io.weir.embedded;

import java.nio.file.Path;

/** A broker and a schema registry that start, keep their data and stop together. */
public final class EmbeddedKafka implements AutoCloseable {
  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;

  private EmbeddedKafka(EmbeddedBroker broker, EmbeddedRegistry registry) {
    this.broker = broker;
    this.registry = registry;
  }

  /** Starts both on any free ports. */
  public static EmbeddedKafka start(Path dataDir) {
    return start(dataDir, 0, 0);
  }

  /**
   * Starts both; returns once they take requests.
   *
   * @param dataDir where their data is kept; made when missing
   * @param brokerPort 0 for any free one
   * @param registryPort 0 for any free one
   * @throws EmbeddedFailure when one of them cannot start; then neither runs
   */
  public static EmbeddedKafka start(Path dataDir, int brokerPort, int registryPort) {
    EmbeddedRegistry registry = EmbeddedRegistry.start(dataDir, registryPort);
    try {
      return new EmbeddedKafka(EmbeddedBroker.start(dataDir, brokerPort), registry);
    } catch (EmbeddedFailure e) {
      registry.close();
      throw e;
    }
  }

  public EmbeddedBroker broker() {
    return broker;
  }

  public EmbeddedRegistry registry() {
    return registry;
  }

  /** The address for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** The address for {@code schema.registry.url}. */
  public String registryUrl() {
    return registry.url();
  }

  @Override
  public void close() {
    try {
      broker.close();
    } finally {
      registry.close();
    }
  }
}
