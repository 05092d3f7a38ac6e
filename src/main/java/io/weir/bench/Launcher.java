package io.weir.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts the processes of a benchmark with this program's own Java and classes, and knows them all,
 * so that none outlives it. Safe for several threads.
 */
public final class Launcher implements AutoCloseable {
  private final List<String> program;
  private final Path folder;
  private final Set<Child> children = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param program what follows the options of {@code java} to start a work, whose name is put
   *     behind it
   * @param folder for the processes' logs
   */
  public Launcher(List<String> program, Path folder) {
    this.program = List.copyOf(program);
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /**
   * Starts a process.
   *
   * @param name of its log, and for messages
   * @param options of the JVM
   * @throws BenchFailure when it cannot be started
   */
  Child start(
      String name,
      Class<? extends BenchWork> work,
      List<String> options,
      Map<String, String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(program);
    command.add(work.getName());
    Path log = folder.resolve(name + ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
      Child child = new Child(name, process, log, children::remove);
      children.add(child);
      if (closed) {
        child.kill();
        throw new BenchFailure("Nothing more is started.");
      }
      child.tell(Channel.write(settings));
      return child;
    } catch (IOException e) {
      throw new BenchFailure("The process " + name + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** Whether all processes were told to end. */
  public boolean isClosed() {
    return closed;
  }

  /** Ends every process that still runs, at once; none is started after that. */
  @Override
  public void close() {
    closed = true;
    children.forEach(Child::kill);
  }
}
