package io.weir.sources;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Downloads over HTTP that end in time, well or not: with the file, with the word that it has not
 * changed, or with a reason. What may pass is tried again, after pauses that grow and vary, or as
 * long as the server asks for. An interrupt ends a download or a pause at once.
 */
public final class Fetcher {
  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

  /** By this share a pause is longer or shorter, so that many clients do not come at once. */
  private static final double JITTER = 0.5;

  private final HttpClient client;
  private final String userAgent;
  private final FetchLimits limits;
  private final Path folder;
  private final Clock clock;

  /**
   * @param userAgent the program and its version, as RFC 9110 section 10.1.5 wants it
   * @param folder for temporary files
   * @param clock against which a Retry-After date is held
   */
  public Fetcher(
      ProxySelector proxy, String userAgent, FetchLimits limits, Path folder, Clock clock) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(Redirect.NEVER)
            .proxy(proxy)
            .build();
    this.userAgent = userAgent;
    this.limits = limits;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Fetches a file, if it has changed.
   *
   * @param known of the file that is at hand; {@link Validators#NONE} to get it in any case
   * @throws FetchFailed when it was not got; the list in force is not touched by that
   */
  public Fetched fetch(SourceUrl url, Validators known) throws FetchFailed, InterruptedException {
    long end = System.nanoTime() + limits.total().toNanos();
    RetryPolicy<Fetched> policy =
        RetryPolicy.<Fetched>builder()
            .handleIf(failure -> failure instanceof FetchFailed failed && failed.mayPass())
            .withMaxAttempts(limits.tries())
            .withMaxDuration(limits.total())
            .withBackoff(limits.firstPause(), limits.longestPause())
            .withJitter(JITTER)
            .withDelayFn(context -> asked(context.getLastException()))
            .onRetryScheduled(
                event ->
                    LOG.warn(
                        "A download failed and is tried again pause={} reason=\"{}\"",
                        event.getDelay(),
                        message(event.getLastException())))
            .build();
    try {
      return Failsafe.with(policy)
          .get(() -> new Request(client, userAgent, limits, folder, clock, end).answer(url, known));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof FetchFailed failed) {
        throw failed;
      }
      if (e.getCause() instanceof InterruptedException) {
        // Failsafe sets the flag again, which throwing the exception makes untrue.
        Thread.interrupted();
        throw new InterruptedException("The download of " + url + " was interrupted");
      }
      throw e;
    }
  }

  /** The pause that the server asks for; negative to take the usual one. */
  private Duration asked(Throwable failure) {
    Optional<Duration> asked =
        failure instanceof FetchFailed failed ? failed.retryAfter() : Optional.empty();
    return asked
        .map(pause -> pause.compareTo(limits.longestPause()) < 0 ? pause : limits.longestPause())
        .orElse(Duration.ofNanos(-1));
  }

  private static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
