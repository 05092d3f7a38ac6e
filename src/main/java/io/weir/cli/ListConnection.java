package io.weir.cli;

import io.weir.config.WeirConfig;
import io.weir.publish.ListTopics;
import io.weir.runtime.Brokers;
import io.weir.runtime.Registry;
import java.util.Map;

/** The list topics of a configuration. */
final class ListConnection {
  private ListConnection() {}

  /**
   * Found on their cluster, with the registry beside it.
   *
   * @throws io.weir.runtime.Unreachable when one of them does not answer
   */
  static ListTopics connect(WeirConfig config) {
    Brokers.reachable(config);
    return new ListTopics(
        Map.copyOf(config.kafkaClient("consumer.")),
        Map.copyOf(config.kafkaClient("producer.")),
        Registry.connect(config),
        config.topics().sanctionedAddresses(),
        config.topics().listManifests(),
        config.topics().listingHistory(),
        config.environment(),
        config.startTimeout());
  }
}
