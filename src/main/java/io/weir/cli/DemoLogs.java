package io.weir.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The log of {@code weir demo}: what a person must know, and nothing of Kafka's inner life. */
final class DemoLogs {
  /** Warn of what mends itself: a broker that comes and goes, a transaction that must wait. */
  private static final List<String> CHATTY = List.of("org.apache.kafka", "kafka", "io.weir");

  /**
   * Log as an error what they also answer to the client, which then tries again, or tell the
   * thread, which after a kill restores the state of its tasks.
   */
  private static final List<String> ANSWER_ALONE =
      List.of(
          "kafka.server.ReplicaManager",
          "kafka.server.ControllerApis",
          "org.apache.kafka.streams.processor.internals.TaskManager");

  private DemoLogs() {}

  /** Lets errors through alone; --debug leaves the log as it is. */
  static void quiet() {
    CHATTY.forEach(name -> set(name, Level.ERROR));
    ANSWER_ALONE.forEach(name -> set(name, Level.OFF));
  }

  private static void set(String name, Level level) {
    // Another logging library may stand in for logback; its own configuration decides then.
    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
      logger.setLevel(level);
    }
  }
}
