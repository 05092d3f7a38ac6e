package io.weir.cli;

import io.weir.publish.ListProgress;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Help.Ansi;

/** Progress of work on the list topics, as bars on a terminal. */
final class ConsoleProgress implements ListProgress {
  /** What is shorter is done before anyone could read it: records of a topic. */
  private static final long SHORT = 10_000;

  private ConsoleProgress() {}

  /** Bars when standard error is watched by a person, else nothing. */
  static ListProgress onTerminal() {
    return Ansi.AUTO.enabled() ? new ConsoleProgress() : NONE;
  }

  @Override
  public Task begin(String what, long steps) {
    return steps < SHORT ? Task.IGNORED : new Bar(what, steps);
  }

  private record Bar(ProgressBar bar) implements Task {
    private Bar(String what, long steps) {
      this(
          new ProgressBarBuilder()
              .setTaskName(what)
              .setInitialMax(steps)
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .build());
    }

    @Override
    public void reached(long step) {
      bar.stepTo(step);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
