package io.weir.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The server properties of a single node that is both controller and broker. */
final class BrokerSettings {
  static final int NODE_ID = 1;
  static final String CLIENTS = "PLAINTEXT";
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  /*
   * Ports live here and not in the log folder, so that a later run may use others: the quorum is
   * named by the static voters list, whose stored form holds node ids only.
   */
  static Map<String, String> of(Path logs, int clientsPort, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put("log.dirs", logs.toString());
    String clients = CLIENTS + "://" + LoopbackSockets.HOST + ":" + clientsPort;
    String controller = CONTROLLER + "://" + LoopbackSockets.HOST + ":" + controllerPort;
    settings.put("listeners", clients + "," + controller);
    settings.put("advertised.listeners", clients);
    settings.put(
        "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("inter.broker.listener.name", CLIENTS);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put(
        "controller.quorum.voters", NODE_ID + "@" + LoopbackSockets.HOST + ":" + controllerPort);

    // Topics are made on purpose, as on a cluster that is looked after.
    settings.put("auto.create.topics.enable", "false");
    settings.put("num.partitions", "1");
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");

    // One node: every internal topic has one replica, and few partitions make it quick to start.
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");

    // Nobody else will join the group a moment later.
    settings.put("group.initial.rebalance.delay.ms", "0");
    // Without it the next start waits for the old registration to run out.
    settings.put("controlled.shutdown.enable", "true");
    // 2 MiB instead of 128: the logs are small, the JVM is shared.
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    return settings;
  }
}
