package io.weir.publish;

/** Told how far the long parts of the work have come, so that somebody who waits can see it. */
@FunctionalInterface
public interface ListProgress {
  /** For those whom nobody watches. */
  ListProgress NONE = (what, steps) -> Task.IGNORED;

  /** One part of the work, such as reading one topic; closed when it is done or given up. */
  interface Task extends AutoCloseable {
    /** Tells nobody. */
    Task IGNORED =
        new Task() {
          @Override
          public void reached(long step) {}

          @Override
          public void close() {}
        };

    /** How many of the steps are done. */
    void reached(long step);

    @Override
    void close();
  }

  /**
   * Called when a part begins.
   *
   * @param what for a person, such as {@code Reading listing-history}
   * @param steps how many it has; 0 when there is nothing to do
   */
  Task begin(String what, long steps);
}
