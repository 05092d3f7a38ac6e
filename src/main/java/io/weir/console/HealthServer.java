package io.weir.console;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
public final class HealthServer implements AutoCloseable {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Javalin server;

  private HealthServer(Javalin server) {
    this.server = server;
  }

  /** Thrown when the server cannot listen where it was told to. */
  public static final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(String host, int port, Throwable cause) {
      super(
          "Cannot listen on "
              + host
              + ":"
              + port
              + " for health and metrics. Set weir.http.port to a free port, or to 0 for any.",
          cause);
    }
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @param metrics the meters, in Prometheus' text format
   * @throws CannotListen when the address is taken or not this machine's
   */
  public static HealthServer start(String host, int port, Vitals vitals, Supplier<String> metrics) {
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              // Its thread would hold up the end of the JVM for seconds.
              config.startup.startupWatcherEnabled = false;
              config.routes.get(
                  "/health/live", context -> answer(context, vitals, vitals.isLive()));
              config.routes.get(
                  "/health/ready", context -> answer(context, vitals, vitals.isReady()));
              config.routes.get(
                  "/metrics",
                  context -> context.contentType(PROMETHEUS_TEXT).result(metrics.get()));
            });
    try {
      return new HealthServer(server.start(host, port));
    } catch (JavalinBindException e) {
      throw new CannotListen(host, port, e);
    }
  }

  private static void answer(Context context, Vitals vitals, boolean good) {
    String troubles = String.join(",", new TreeSet<>(vitals.troubles()));
    List<String> lines = new ArrayList<>();
    lines.add(troubles.isEmpty() ? vitals.state() : vitals.state() + " " + troubles);
    lines.addAll(vitals.details());
    context
        .status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType("text/plain; charset=utf-8")
        .result(String.join("\n", lines));
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
