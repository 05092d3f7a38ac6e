package io.weir.it;

import io.weir.embedded.EmbeddedBroker;
import io.weir.embedded.EmbeddedRegistry;
import java.nio.file.Path;

/** A real broker and a real registry for one test class. */
final class TestCluster implements AutoCloseable {
  private final EmbeddedBroker broker;
  private final Path registryDir;
  private final int registryPort;
  private EmbeddedRegistry registry;

  TestCluster(Path dir) {
    this.broker = EmbeddedBroker.start(dir.resolve("kafka"));
    this.registryDir = dir.resolve("registry");
    this.registry = EmbeddedRegistry.start(registryDir);
    this.registryPort = registry.port();
  }

  String bootstrap() {
    return broker.bootstrapServers();
  }

  String registryUrl() {
    return registry.url();
  }

  /** Takes the registry away; {@link #startRegistry} brings it back at the same address. */
  void stopRegistry() {
    registry.close();
  }

  void startRegistry() {
    registry = EmbeddedRegistry.start(registryDir, registryPort);
  }

  @Override
  public void close() {
    registry.close();
    broker.close();
  }
}
