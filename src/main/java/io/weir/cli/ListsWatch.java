package io.weir.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.weir.config.WeirConfig;
import io.weir.console.HealthServer;
import io.weir.sources.ListSource;
import io.weir.sources.Pace;
import io.weir.sources.SourceMeters;
import io.weir.sources.SourceSync;
import io.weir.sources.SyncResult;
import io.weir.sources.SyncWatch;
import io.weir.sources.Turns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code weir lists sync --watch}: looks for the lists until it is told to stop. */
final class ListsWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ListsWatch.class);

  /** A server that is restarted is back by then; it doubles as long as it is not. */
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

  private final List<ListSource> sources;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SourceMeters meters;
  private final SyncVitals vitals;

  ListsWatch(List<ListSource> sources, Clock clock) {
    this.sources = sources;
    this.meters = new SourceMeters(registry, sources, clock);
    this.vitals = new SyncVitals(sources);
  }

  /** Comes back when the process is told to stop. */
  void run(WeirConfig config, SourceSync sync, Turns turns) throws InterruptedException {
    Pace pace = new Pace(FIRST_RETRY, new Random());
    try (SyncWatch watch = new SyncWatch(sources, sync, pace, this::saw);
        HealthServer http =
            HealthServer.start(config.httpHost(), config.httpPort(), vitals, registry::scrape)) {
      Main.onSignal(
          () -> {
            watch.stop();
            turns.close();
            return watch.hasFailed() ? ExitCode.FAULT : ExitCode.OK;
          });
      LOG.info("Health and metrics are served port={}", http.port());
      watch.start();
      watch.awaitEnd();
    }
  }

  private void saw(SyncWatch.Look look) {
    SyncResult result = look.result();
    meters.count(result);
    vitals.saw(result);
    if (result.outcome().isGood()) {
      LOG.info(
          "Looked for a list list={} outcome={} added={} amended={} removed={} next={}",
          result.source().key(),
          result.outcome(),
          result.change().added(),
          result.change().amended(),
          result.change().removed(),
          look.next());
    } else {
      LOG.warn(
          "Looked for a list in vain list={} outcome={} reason={} next={} message=\"{}\"",
          result.source().key(),
          result.outcome(),
          result.reason().orElse(""),
          look.next(),
          result.message().orElse(""));
    }
  }
}
