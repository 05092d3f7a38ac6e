package io.weir.cli;

import picocli.CommandLine.Command;

/** {@code weir bench}: the command that holds the benchmarks, and the first of them by itself. */
@Command(
    name = "bench",
    description = {
      "Measures Weir on this machine, on a Kafka broker of its own in a process of its own."
          + " Needs nothing else, changes nothing else, and deletes everything at the end."
          + " Without a command it is weir bench throughput.",
      ""
    },
    subcommands = {
      BenchThroughputCommand.class,
      BenchLoadsCommand.class,
      BenchLatencyCommand.class,
      BenchListCommand.class,
      BenchLookbackCommand.class,
      BenchAllCommand.class,
      BenchProcessCommand.class
    },
    subcommandsRepeatable = false)
final class BenchCommand extends BenchThroughput {}
