package io.weir.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.address.Chains;
import io.weir.avro.RegistrySerdes;
import io.weir.config.WeirConfig;
import io.weir.console.Vitals;
import io.weir.domain.Policy;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code weir run} runs: screening, look-back, or both; they start, stop and end together. */
public final class WeirRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WeirRun.class);

  private final WeirConfig config;
  private final Optional<ScreeningApp> screening;
  private final Optional<LookbackApp> lookback;
  private final Vitals vitals;

  private WeirRun(
      WeirConfig config,
      Optional<ScreeningApp> screening,
      Optional<LookbackApp> lookback,
      Vitals vitals) {
    this.config = config;
    this.screening = screening;
    this.lookback = lookback;
    this.vitals = vitals;
  }

  /**
   * Makes what the roles name; nothing runs yet.
   *
   * @param roles {@link ScreeningApp#ROLE}, {@link LookbackApp#ROLE} or both
   * @throws Unreachable when the registry does not answer or refuses Weir
   */
  public static WeirRun of(
      Set<String> roles, WeirConfig config, Chains chains, Policy policy, MeterRegistry meters)
      throws IOException {
    boolean looksBack = roles.contains(LookbackApp.ROLE);
    RegistrySerdes serdes =
        looksBack ? Registry.connectForLookback(config) : Registry.connectForScreening(config);
    Clock clock = Clock.systemUTC();
    Optional<ScreeningApp> screening = Optional.empty();
    Optional<LookbackApp> lookback = Optional.empty();
    if (roles.contains(ScreeningApp.ROLE)) {
      screening =
          Optional.of(
              new ScreeningApp(
                  config,
                  chains,
                  policy,
                  Defaults.ageLimits(config),
                  serdes,
                  meters,
                  new Health(),
                  clock));
    }
    if (looksBack) {
      lookback =
          Optional.of(
              new LookbackApp(
                  config,
                  chains,
                  policy,
                  serdes,
                  meters,
                  new Health(),
                  screening.<BooleanSupplier>map(app -> app::isBehind).orElse(() -> false),
                  clock));
    }
    return new WeirRun(config, screening, lookback, vitals(screening, lookback, meters));
  }

  private static Vitals vitals(
      Optional<ScreeningApp> screening, Optional<LookbackApp> lookback, MeterRegistry meters) {
    Optional<Vitals> first =
        screening.map(
            app -> {
              HealthVitals shown = new HealthVitals(app);
              shown.watch(meters);
              return shown;
            });
    Optional<Vitals> second =
        lookback.map(
            app -> {
              LookbackVitals shown = new LookbackVitals(app);
              shown.watch(meters);
              return shown;
            });
    if (first.isPresent() && second.isPresent()) {
      return new SharedVitals(first.get(), second.get());
    }
    return first
        .or(() -> second)
        .orElseThrow(() -> new IllegalArgumentException("There is nothing to run"));
  }

  /** The health of all of it. */
  public Vitals vitals() {
    return vitals;
  }

  /**
   * Starts; returns once transfers are screened.
   *
   * @throws io.weir.screening.ListUnusable when the list is empty or cannot be used
   */
  public void start() {
    screening.ifPresent(ScreeningApp::start);
    screening.ifPresent(app -> LOG.info("Screening topic={}", config.topics().transfers()));
    lookback.ifPresent(LookbackApp::start);
    lookback.ifPresent(
        app -> LOG.info("Looking back topic={}", config.topics().screenedTransfers()));
  }

  /** Waits until one of them has ended; the others are stopped then. */
  public Ending awaitEnd() throws InterruptedException {
    CompletableFuture<Object> first =
        CompletableFuture.anyOf(
            screening.map(ScreeningApp::ended).orElseGet(CompletableFuture::new),
            lookback.map(LookbackApp::ended).orElseGet(CompletableFuture::new));
    try {
      Ending ending = (Ending) first.get();
      stop();
      return ending;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The ending is never completed with an exception", e);
    }
  }

  /** Stops all of it; how the worst of them ended. */
  public Ending stop() {
    Optional<Ending> second = lookback.map(LookbackApp::stop);
    Optional<Ending> first = screening.map(ScreeningApp::stop);
    return first
        .filter(ending -> ending.how() != Ending.How.STOPPED_AS_ASKED)
        .or(() -> second)
        .or(() -> first)
        .orElseThrow();
  }

  @Override
  public void close() {
    stop();
  }
}
