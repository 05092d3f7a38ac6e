package io.weir.audit;

/** Told how far the audit has come, so that somebody who waits can see it. */
@FunctionalInterface
public interface AuditProgress {

  /** One part of the work; closed when it is done. */
  interface Task extends AutoCloseable {
    /** How many of the steps are done. */
    void reached(long step);

    @Override
    void close();
  }

  /**
   * Called when a part begins.
   *
   * @param what for a person, such as {@code Reading transfers-0}
   * @param steps how many it has
   */
  Task begin(String what, long steps);
}
