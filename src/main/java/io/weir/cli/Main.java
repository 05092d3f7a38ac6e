package io.weir.cli;

import io.weir.avro.AvroSafety;
import java.util.function.Supplier;

/** The program's entry point, and the only place that ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    AvroSafety.apply();
    System.exit(CommandLines.weir().execute(args));
  }

  /**
   * What to do when the process is told to stop (SIGTERM, Ctrl-C): the ending decides the exit
   * code, which without this would be the signal's.
   */
  static void onSignal(Supplier<ExitCode> stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> Runtime.getRuntime().halt(stop.get().number()), "weir-stop"));
  }

  /** Ends the process while it is ending, with this code instead of the signal's. */
  static void endNow(ExitCode code) {
    Runtime.getRuntime().halt(code.number());
  }
}
