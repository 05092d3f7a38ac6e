package io.weir.bench;

/** Is told what a benchmark does. */
public interface Steps {
  /** A step begins; the one before has ended. */
  void begins(String what);

  /** How much of the step is done. */
  void progress(long done, long of);

  /**
   * The step has ended.
   *
   * @param result a few words
   */
  void ends(String result);
}
