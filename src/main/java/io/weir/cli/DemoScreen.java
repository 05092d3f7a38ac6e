package io.weir.cli;

import io.weir.domain.Alert;
import io.weir.domain.AlertKind;
import io.weir.embedded.Demo;
import io.weir.embedded.TopicTally;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** What {@code weir demo} shows while it runs. Safe for several threads. */
final class DemoScreen implements Demo.Steps {
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final double NANOS = Duration.ofSeconds(1).toNanos();

  /** Between two status lines that stay. */
  private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

  private final PrintWriter out;
  private final boolean terminal;
  private String status = "";
  private boolean inStep;
  private long stepStarted;
  private long lastNanos = System.nanoTime();
  private long lastScreened;

  /**
   * @param terminal whether the status line may be written in place
   */
  DemoScreen(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void begins(String what) {
    stepStarted = System.nanoTime();
    inStep = true;
    out.print(what + " ... ");
    out.flush();
  }

  @Override
  public synchronized void ends() {
    inStep = false;
    lastNanos = System.nanoTime();
    out.printf(Locale.ROOT, "done (%.1f s)%n", seconds(stepStarted));
    out.flush();
  }

  /** Ends the line of a step that failed, so that the reason stands on its own. */
  synchronized void failsUnlessEnded() {
    if (inStep) {
      inStep = false;
      out.println("failed");
      out.flush();
    }
  }

  synchronized void alert(Alert alert) {
    line(AlertLine.of(alert));
  }

  /** A line that stays. */
  synchronized void line(String text) {
    if (status.isEmpty()) {
      out.println(text);
    } else {
      out.println(ERASE_LINE + text);
      out.print(status);
    }
    out.flush();
  }

  /** How things stand: in place on a terminal, now and then elsewhere. */
  synchronized void status(TopicTally.Counts counts) {
    if (!terminal && System.nanoTime() - lastNanos < QUIET_NANOS) {
      return;
    }
    double rate = (counts.screened() - lastScreened) / seconds(lastNanos);
    lastNanos = System.nanoTime();
    lastScreened = counts.screened();
    long lookback = counts.alerts().getOrDefault(AlertKind.LOOKBACK, 0L);
    String text =
        String.format(
            Locale.ROOT,
            "%,d screened, %,.0f/s: %,d clear, %,d flagged, %,d unscreenable; %,d waiting%s",
            counts.screened(),
            rate,
            counts.clear(),
            counts.flagged(),
            counts.unscreenable(),
            Math.max(0, counts.transfers() - counts.screened()),
            lookback == 0 ? "" : String.format(Locale.ROOT, "; %,d by look-back", lookback));
    if (terminal) {
      status = text;
      out.print(ERASE_LINE + text);
    } else {
      out.println(text);
    }
    out.flush();
  }

  /** Takes the status line away. */
  synchronized void endStatus() {
    if (!status.isEmpty()) {
      out.print(ERASE_LINE);
      out.flush();
      status = "";
    }
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / NANOS;
  }
}
