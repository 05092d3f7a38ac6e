package io.weir.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code weir} in a JVM of its own: the jar a user runs, where there is one. */
final class WeirProcess {
  private final Process process;
  private final Path log;

  private WeirProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param log takes what it prints
   * @param args of the command line
   */
  static WeirProcess start(Path log, List<String> args) {
    return start(log, List.of(), args);
  }

  /**
   * Starts one.
   *
   * @param jvm options of the JVM
   */
  static WeirProcess start(Path log, List<String> jvm, List<String> args) {
    String jar = System.getProperty("weir.jar");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        jar == null
            ? List.of("-cp", System.getProperty("java.class.path"), "io.weir.cli.Main")
            : List.of("-jar", jar));
    command.addAll(args);
    try {
      return new WeirProcess(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start(),
          log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it without a warning, as kill -9 does, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Tells it to stop, as Ctrl-C does; its exit code. */
  int stop() {
    process.destroy();
    return exitCode();
  }

  /** Waits until it has ended. */
  int exitCode() {
    try {
      if (!process.waitFor(ScreeningBed.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("It did not end in time: " + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** What it has printed. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
