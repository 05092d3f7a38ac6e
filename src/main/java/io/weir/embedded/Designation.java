package io.weir.embedded;

import io.weir.domain.SanctionedAddress;
import io.weir.publish.DemoList;
import io.weir.publish.ListPublisher;
import io.weir.runtime.Health;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The entry of the demo's list that comes while the demo runs. */
public final class Designation {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long WAIT_MILLIS = 5;

  private final List<SanctionedAddress> rows;
  private final Supplier<ListPublisher> publishers;
  private final Predicate<SanctionedAddress> screened;
  private final Health lookback;

  /**
   * @param rows of the entry
   * @param screened whether screening goes by a row
   * @param lookback which has to be there to be seen at work
   */
  Designation(
      List<SanctionedAddress> rows,
      Supplier<ListPublisher> publishers,
      Predicate<SanctionedAddress> screened,
      Health lookback) {
    this.rows = List.copyOf(rows);
    this.publishers = publishers;
    this.screened = screened;
    this.lookback = lookback;
  }

  /** The rows of the list that come with it. */
  public List<SanctionedAddress> rows() {
    return rows;
  }

  /**
   * Waits until look-back runs, which on a busy machine starts some seconds after screening.
   *
   * @throws EmbeddedFailure when it does not start
   */
  public void awaitLookback() throws InterruptedException {
    try {
      lookback.await(
          EnumSet.of(Health.State.RUNNING, Health.State.FAILED, Health.State.STOPPED), LIMIT);
    } catch (TimeoutException e) {
      throw new EmbeddedFailure("Look-back did not start: " + e.getMessage(), e);
    }
  }

  /**
   * Publishes it; returns once screening goes by it.
   *
   * @throws EmbeddedFailure when screening does not learn of it
   */
  public void publish() throws InterruptedException {
    try (ListPublisher publisher = publishers.get()) {
      DemoList.Loaded unused = DemoList.load(publisher);
    }
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!rows.stream().allMatch(screened)) {
      if (System.nanoTime() > deadline) {
        throw new EmbeddedFailure("Screening has not learned of the designation in " + LIMIT, null);
      }
      TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
    }
  }
}
