package io.weir.embedded;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A real single-node Kafka cluster inside this JVM, reachable on 127.0.0.1 only. Its data lives in
 * a folder and is there again when a broker starts on the same folder, on whatever port.
 *
 * <p>The node is put together from Kafka's own parts as its {@code KafkaRaftServer} does it, save
 * for two: the sockets are bound beforehand, and a fatal fault is kept instead of ending the JVM.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  /** Enough for a shutdown in order, which takes about one; Ctrl-C must not take longer. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);

  /** The broker's part of it; the rest is the controller's. */
  private static final Duration BROKER_CLOSE_LIMIT = Duration.ofSeconds(15);

  private final FolderLock lock;
  private final LoopbackSockets sockets;
  private final BrokerFaults faults;
  private final ControllerServer controller;
  private final BrokerServer broker;
  private final int port;
  private boolean closed;

  private EmbeddedBroker(Path dataDir, int wantedPort, FolderLock lock, LoopbackSockets sockets) {
    this.lock = lock;
    this.sockets = sockets;
    this.faults = new BrokerFaults();
    this.port = sockets.bind(BrokerSettings.CLIENTS, wantedPort).getPort();
    InetSocketAddress quorum = sockets.bind(BrokerSettings.CONTROLLER, 0);
    Path logs = logs(dataDir);
    BrokerFolder.prepare(logs);
    KafkaConfig config = new KafkaConfig(BrokerSettings.of(logs, port, quorum.getPort()), false);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folder =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    SharedServer shared =
        new SharedServer(
            config,
            folder._1(),
            Time.SYSTEM,
            new Metrics(),
            CompletableFuture.completedFuture(Map.of(BrokerSettings.NODE_ID, quorum)),
            List.of(),
            faults,
            sockets);
    this.broker = new BrokerServer(shared);
    this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folder._2());
  }

  private static Path logs(Path dataDir) {
    return dataDir.resolve("kafka");
  }

  /** Whether a broker has kept its data in this folder before. */
  public static boolean hasDataIn(Path dataDir) {
    return BrokerFolder.isFormatted(logs(dataDir));
  }

  /** Starts a broker on any free port; returns once it takes requests. */
  public static EmbeddedBroker start(Path dataDir) {
    return start(dataDir, 0);
  }

  /**
   * Starts a broker; returns once it takes requests.
   *
   * @param dataDir where its data is kept; made when missing
   * @param port the port for clients; 0 for any free one
   * @throws EmbeddedFailure when the folder is in use or damaged, or the port is taken
   */
  public static EmbeddedBroker start(Path dataDir, int port) {
    Path folder = dataDir.toAbsolutePath().normalize();
    FolderLock lock = FolderLock.take(folder, "broker.lock");
    LoopbackSockets sockets = new LoopbackSockets();
    EmbeddedBroker started = null;
    try {
      started = new EmbeddedBroker(folder, port, lock, sockets);
      started.startServers();
      return started;
    } catch (EmbeddedFailure e) {
      release(sockets, lock);
      throw e;
    } catch (RuntimeException e) { // whatever Kafka's parts throw on a damaged folder
      try {
        if (started != null) {
          started.stopServers();
        }
      } finally {
        release(sockets, lock);
      }
      throw new EmbeddedFailure(
          "The embedded broker cannot start on "
              + folder
              + ": "
              + e.getMessage()
              + ". If the folder is damaged, choose another or move it away.",
          e);
    }
  }

  private void startServers() {
    controller.startup();
    broker.startup();
  }

  private void stopServers() {
    broker.shutdown(BROKER_CLOSE_LIMIT);
    controller.shutdown();
  }

  private static void release(LoopbackSockets sockets, FolderLock lock) {
    sockets.close();
    lock.close();
  }

  /** The address for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return LoopbackSockets.HOST + ":" + port;
  }

  /** The port for clients. */
  public int port() {
    return port;
  }

  /** The first fault after which the broker cannot be relied on; empty while it is well. */
  public Optional<RuntimeException> fault() {
    return faults.first();
  }

  /**
   * Stops the broker in order, so that the next start needs no recovery. Takes a bounded time.
   *
   * @throws EmbeddedFailure when it does not stop in time; what it acknowledged is kept nonetheless
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Thread stopping = new Thread(this::stopServers, "weir-embedded-broker-close");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(CLOSE_LIMIT.toMillis());
      if (stopping.isAlive()) {
        throw new EmbeddedFailure(
            "The embedded broker did not stop within " + CLOSE_LIMIT.toSeconds() + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedFailure("Interrupted while the embedded broker was stopping.", e);
    }
    release(sockets, lock);
  }
}
