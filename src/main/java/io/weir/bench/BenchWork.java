package io.weir.bench;

/**
 * What one process of a benchmark does. A class that implements it has a constructor without
 * arguments, for the process is told its name.
 */
interface BenchWork {
  /**
   * Works until told to stop, or until done.
   *
   * @throws InterruptedException when the process that asked for the work is gone
   */
  void run(Channel channel) throws InterruptedException;
}
