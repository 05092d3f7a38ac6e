package io.weir.bench;

import java.util.Map;

/** One application of a benchmark, from its start until told to stop. */
final class ContestantWork implements BenchWork {
  static final String APP = "app";
  static final String RUNNING = "running";
  static final String MILLIS = "millis";

  /** The command that asks for {@link #HEAP_IS}. */
  static final String HEAP = "heap";

  static final String HEAP_IS = "heap-is";
  static final String BYTES = "bytes";
  static final String FIGURES = "figures";

  @Override
  public void run(Channel channel) throws InterruptedException {
    BenchApp app = BenchProcess.made(channel.setting(APP), BenchApp.class);
    try (app) {
      long before = System.nanoTime();
      app.start(BenchConfig.of(channel.settings()), channel.clock());
      long millis = (System.nanoTime() - before) / 1_000_000;
      channel.tell(RUNNING, Map.of(MILLIS, Long.toString(millis)));
      for (String command = channel.next();
          !command.equals(Channel.STOP);
          command = channel.next()) {
        if (command.equals(HEAP)) {
          channel.tell(HEAP_IS, Map.of(BYTES, Long.toString(Heap.live())));
        }
      }
    }
    channel.tell(FIGURES, app.figures());
  }
}
