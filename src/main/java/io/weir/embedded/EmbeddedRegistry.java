package io.weir.embedded;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;

/**
 * A schema registry inside this JVM that speaks Confluent's REST API, for Avro schemas, on
 * 127.0.0.1 only. Serializers and outside tools use it as they would use Confluent's. Its schemas
 * and their ids are kept in a folder and are there again when a registry starts on the same folder.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private final FolderLock lock;
  private final Javalin server;

  private EmbeddedRegistry(FolderLock lock, Javalin server) {
    this.lock = lock;
    this.server = server;
  }

  /** Starts a registry on any free port. */
  public static EmbeddedRegistry start(Path dataDir) {
    return start(dataDir, 0);
  }

  /**
   * Starts a registry; returns once it takes requests.
   *
   * @param dataDir where its schemas are kept; made when missing
   * @param port 0 for any free one
   * @throws EmbeddedFailure when the folder is in use or damaged, or the port is taken
   */
  public static EmbeddedRegistry start(Path dataDir, int port) {
    Path folder = dataDir.toAbsolutePath().normalize();
    FolderLock lock = FolderLock.take(folder, "registry.lock");
    try {
      SchemaStore store = new SchemaStore(new RegistryFile(folder));
      return new EmbeddedRegistry(lock, server(store).start(LoopbackSockets.HOST, port));
    } catch (JavalinBindException e) {
      lock.close();
      throw new EmbeddedFailure(
          "The schema registry cannot listen on "
              + LoopbackSockets.HOST
              + ":"
              + port
              + ". Is it in use?",
          e);
    } catch (EmbeddedFailure e) {
      lock.close();
      throw e;
    }
  }

  private static Javalin server(SchemaStore store) {
    return Javalin.create(
        config -> {
          config.startup.showJavalinBanner = false;
          // Its thread would hold up the end of the JVM for seconds.
          config.startup.startupWatcherEnabled = false;
          new RegistryRoutes(store).addTo(config.routes);
          new CompatibilityRoutes(store).addTo(config.routes);
          RegistryHttp.addErrorsTo(config.routes);
        });
  }

  /** The address for {@code schema.registry.url}. */
  public String url() {
    return "http://" + LoopbackSockets.HOST + ":" + port();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    lock.close();
  }
}
