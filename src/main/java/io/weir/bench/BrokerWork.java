package io.weir.bench;

import io.weir.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.Map;

/** A broker and a schema registry, until told to stop. */
final class BrokerWork implements BenchWork {
  static final String FOLDER = "folder";
  static final String READY = "ready";
  static final String BOOTSTRAP = "bootstrap";
  static final String REGISTRY = "registry";

  @Override
  public void run(Channel channel) throws InterruptedException {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(channel.setting(FOLDER)))) {
      channel.tell(
          READY, Map.of(BOOTSTRAP, kafka.bootstrapServers(), REGISTRY, kafka.registryUrl()));
      channel.awaitStop();
    }
  }
}
