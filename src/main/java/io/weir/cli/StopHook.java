package io.weir.cli;

/** Work that is done when the process is told to end, and left out when it ends by itself. */
final class StopHook {
  private final Thread thread;

  private StopHook(Thread thread) {
    this.thread = thread;
  }

  static StopHook install(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    Runtime.getRuntime().addShutdownHook(thread);
    return new StopHook(thread);
  }

  /** Takes the work back; false when the process is already ending and the work is being done. */
  boolean remove() {
    try {
      return Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException ending) {
      return false;
    }
  }
}
