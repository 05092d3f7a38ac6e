package io.weir.cli;

import picocli.CommandLine.Command;

/** {@code weir bench throughput}: Weir beside what a user would otherwise run. */
@Command(
    name = "throughput",
    description = {
      "Lets Weir and other Kafka Streams applications work through the same transfers, in turns and"
          + " each in a process of its own, and compares how many a second they get through. Time"
          + " runs to the last committed output, and every output is counted and checked: a wrong"
          + " one ends the benchmark with exit code 13.",
      ""
    })
final class BenchThroughputCommand extends BenchThroughput {}
