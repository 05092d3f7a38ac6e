package io.weir.cli;

import io.weir.bench.Steps;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** What {@code weir bench} shows while it measures. */
final class BenchScreen implements Steps, AutoCloseable {
  private static final double NANOS = 1e9;

  private final PrintWriter err;
  private final boolean terminal;
  private String step = "";
  private long started;
  private @Nullable ProgressBar bar;

  /**
   * @param terminal whether someone may watch a bar
   */
  BenchScreen(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void begins(String what) {
    step = what;
    started = System.nanoTime();
  }

  @Override
  public void progress(long done, long of) {
    if (terminal) {
      if (bar == null) {
        bar = bar(of);
      }
      bar.stepTo(done);
    }
  }

  private ProgressBar bar(long of) {
    return new ProgressBarBuilder()
        .setTaskName(step)
        .setInitialMax(of)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }

  @Override
  public void ends(String result) {
    close();
    double seconds = (System.nanoTime() - started) / NANOS;
    err.printf(Locale.ROOT, "%s: %s (%.1f s)%n", step, result, seconds);
    err.flush();
  }

  /** Takes the bar off the screen. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
