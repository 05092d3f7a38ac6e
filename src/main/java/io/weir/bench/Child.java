package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process of a benchmark, as the one that started it sees it. */
final class Child implements AutoCloseable {
  /** Longer than an application of Kafka Streams may take to close. */
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

  /** Of a log, what a message quotes. */
  private static final int QUOTED_LINES = 15;

  private static final Map<String, String> ENDED = Map.of(Channel.EVENT, "ended");

  private final String name;
  private final Process process;
  private final Path log;
  private final Consumer<Child> forget;
  private final PrintWriter commands;
  private final BlockingQueue<Map<String, String>> events = new LinkedBlockingQueue<>();

  Child(String name, Process process, Path log, Consumer<Child> forget) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.forget = forget;
    this.commands = new PrintWriter(process.outputWriter(UTF_8), true);
    Thread reader = new Thread(this::read, "weir-bench-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // The JVM itself may print something else.
        if (line.startsWith("{")) {
          events.add(Channel.read(line));
        }
      }
    } catch (IOException gone) {
      // Killed; it is the end as well.
    }
    events.add(ENDED);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  void tell(String command) {
    commands.println(command);
  }

  /** The next event, when it comes within this time; empty when not. */
  Map<String, String> poll(Duration limit) throws InterruptedException {
    Map<String, String> event = events.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (event == null) {
      return Map.of();
    }
    if (event.equals(ENDED)) {
      events.add(ENDED);
      throw new BenchFailure("The process " + name + " has ended by itself." + quoted());
    }
    return event;
  }

  /**
   * Waits for an event; others that come before are passed over.
   *
   * @throws BenchFailure when it does not come in time, or when the process ends before
   */
  Map<String, String> await(String event, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Map<String, String> next = poll(Duration.ofNanos(deadline - System.nanoTime()));
      if (event.equals(next.get(Channel.EVENT))) {
        return next;
      }
      if (System.nanoTime() >= deadline) {
        throw new BenchFailure(
            "The process " + name + " is not " + event + " after " + limit + "." + quoted());
      }
    }
  }

  /** The end of its log, for a message. */
  String quoted() {
    try {
      List<String> lines = Files.readAllLines(log, UTF_8);
      int from = Math.max(0, lines.size() - QUOTED_LINES);
      return lines.isEmpty()
          ? ""
          : " Its log ends with:\n  " + String.join("\n  ", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return " Its log cannot be read: " + e.getMessage();
    }
  }

  /** Ends it at once; returns when it is gone. */
  void kill() {
    try {
      process.destroyForcibly().waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets it end in order, and makes it end when it does not. */
  @Override
  public void close() {
    tell(Channel.STOP);
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    forget.accept(this);
  }
}
