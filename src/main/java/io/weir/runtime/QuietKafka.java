package io.weir.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Kafka's clients kept silent while their first connection is tried: a broker that is not there
 * makes them warn several times a second, and the one sentence that matters drowns.
 */
final class QuietKafka {
  private QuietKafka() {}

  static <T> T during(Supplier<T> work) {
    if (!(LoggerFactory.getLogger("org.apache.kafka") instanceof Logger logger)) {
      // Another logging library stands in for logback; its own configuration decides.
      return work.get();
    }
    Level before = logger.getLevel();
    logger.setLevel(Level.OFF);
    try {
      return work.get();
    } finally {
      logger.setLevel(before);
    }
  }
}
