package io.weir.cli;

import io.weir.avro.AvroSafety;

/** The program's entry point, and the only place that ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    AvroSafety.apply();
    System.exit(CommandLines.weir().execute(args));
  }
}
