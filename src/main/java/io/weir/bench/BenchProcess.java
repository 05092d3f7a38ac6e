package io.weir.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;

/** The inside of a process that a benchmark started. */
public final class BenchProcess {
  private BenchProcess() {}

  /**
   * Does a work to its end.
   *
   * @param work the name of its class
   * @param in settings and commands; its end ends the work
   * @param out what happens
   * @throws BenchFailure when there is no such work, or when it cannot be done
   */
  public static void run(String work, BufferedReader in, PrintWriter out, Clock clock)
      throws IOException {
    BenchWork asked = named(work);
    Channel channel = Channel.open(in, out, clock);
    try {
      asked.run(channel);
    } catch (InterruptedException gone) {
      // The starter is gone; nobody is left to be told.
    }
  }

  private static BenchWork named(String work) {
    return made(work, BenchWork.class);
  }

  /** A new instance of a class that is known by name alone. */
  static <T> T made(String name, Class<T> type) {
    try {
      return Class.forName(name).asSubclass(type).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException
        | ClassCastException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new BenchFailure(name + " is no part of a benchmark: " + e, e);
    }
  }
}
