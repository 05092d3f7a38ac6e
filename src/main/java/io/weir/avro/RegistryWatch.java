package io.weir.avro;

import java.util.function.Consumer;

/**
 * Whether the schema registry answers, as all that ask it find together. It is away while anybody
 * waits for it, and until somebody was answered after that.
 */
public final class RegistryWatch {
  private final Consumer<Boolean> answers;
  private int waiting;
  private volatile boolean away;

  /**
   * @param answers told {@code false} when the registry stops to answer, {@code true} when it
   *     answers again
   */
  public RegistryWatch(Consumer<Boolean> answers) {
    this.answers = answers;
  }

  synchronized void waits() {
    waiting++;
    if (!away) {
      away = true;
      answers.accept(false);
    }
  }

  synchronized void waitsNoMore() {
    waiting--;
  }

  /** Costs a read of a flag while all is well. */
  void answered() {
    if (away) {
      answeredAgain();
    }
  }

  private synchronized void answeredAgain() {
    if (away && waiting == 0) {
      away = false;
      answers.accept(true);
    }
  }
}
