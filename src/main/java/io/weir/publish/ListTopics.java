package io.weir.publish;

import io.weir.avro.RegistrySerdes;
import java.time.Duration;
import java.util.Map;

/**
 * Where the lists are kept, and how to reach it.
 *
 * @param consumer what Kafka's consumer needs: servers, security
 * @param producer the same for the producer
 * @param addresses name of the topic with one row for each address key
 * @param manifests name of the topic with one row for each list
 * @param history name of the topic with every change of every list
 * @param environment which deployment this is; one publisher writes in each
 * @param patience how long to wait for a broker that says nothing
 */
public record ListTopics(
    Map<String, Object> consumer,
    Map<String, Object> producer,
    RegistrySerdes serdes,
    String addresses,
    String manifests,
    String history,
    String environment,
    Duration patience) {

  public ListTopics {
    consumer = Map.copyOf(consumer);
    producer = Map.copyOf(producer);
  }

  /** No secret that a setting may hold is shown. */
  @Override
  public String toString() {
    return addresses + ", " + manifests + " and " + history + " of " + environment;
  }
}
