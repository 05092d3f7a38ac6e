package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressWriter;
import io.weir.address.AddressWriter.Coin;
import io.weir.avro.AvroSafety;
import io.weir.embedded.EmbeddedKafka;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads a very large list as a user would, by processes of their own, and prints what that takes.
 * It is part of no build, because its figures depend on the machine:
 *
 * <pre>mvn test -Dtest=MillionAddressesLoad -Dweir.load.rows=1000000 -Dweir.load.heap=2g</pre>
 */
class MillionAddressesLoad {
  private static final int ROWS = Integer.getInteger("weir.load.rows", 1_000_000);
  private static final String HEAP = System.getProperty("weir.load.heap", "2g");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  @TempDir private Path folder;
  private EmbeddedKafka kafka;

  @BeforeEach
  void start() {
    AvroSafety.apply();
    kafka = EmbeddedKafka.start(folder.resolve("kafka"));
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void shouldLoadAMillionAddresses() throws Exception {
    Path list = write(folder.resolve("list.csv"), ROWS, "");
    Path amended = write(folder.resolve("amended.csv"), ROWS, " as amended");
    run("topics", "create");

    assertThat(load("first load", list)).contains("added ", "removed    0");
    assertThat(load("second load, unchanged", list)).contains("listings stay as they are");
    assertThat(load("third load, one in a hundred amended", amended))
        .contains("amended    " + (ROWS + 99) / 100, "added      0", "removed    0");
    measured("as of now", "lists", "show", "--as-of", today(), "--address", address(0));
    measured("history", "lists", "history");
  }

  private String load(String what, Path list) throws IOException, InterruptedException {
    return measured(what, "lists", "load", list.toString(), "--authority", "KR", "--list", "MOFA");
  }

  private static String today() {
    return java.time.LocalDate.now(java.time.Clock.systemUTC()).toString();
  }

  private void run(String... args) throws IOException, InterruptedException {
    measured(args[0], args);
  }

  private String measured(String what, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx" + HEAP, "-cp", System.getProperty("java.class.path"), "io.weir.cli.Main"));
    command.addAll(List.of(args));
    command.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
    if (!args[0].equals("topics")) {
      command.addAll(List.of("--registry", kafka.registryUrl()));
    }
    Path out = folder.resolve("out");
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    Duration cpu = Duration.ZERO;
    long peak = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      peak = Math.max(peak, peak(process));
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - begin);
    String printed = Files.readString(out);
    System.out.printf(
        "%s: %.1f s, %.1f s of processor time, %d MiB%n",
        what, wall.toMillis() / 1000.0, cpu.toMillis() / 1000.0, peak / 1024);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  /** In KiB; 0 where the system does not tell. */
  private static long peak(Process process) {
    try {
      Matcher status =
          PEAK.matcher(Files.readString(Path.of("/proc", process.pid() + "", "status")));
      return status.find() ? Long.parseLong(status.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** A list with this many rows; every hundredth name has the suffix. */
  private static Path write(Path file, int rows, String suffix) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("entry_id,name,programs,address,asset_label,listed_on\n");
      for (int row = 0; row < rows; row++) {
        // Few entries have one address alone.
        String name = "Name of entry " + row / 5 + (row % 100 == 0 ? suffix : "");
        out.write(row / 5 + "," + name + ",DPRK4," + address(row) + ",,2025-11-04\n");
      }
    }
    return file;
  }

  /** An address that nobody has; each time the same for a number. */
  private static String address(int number) {
    SplittableRandom random = new SplittableRandom(number);
    byte[] hash = new byte[20];
    byte[] key = new byte[32];
    random.nextBytes(hash);
    random.nextBytes(key);
    return switch (number % 8) {
      case 0 -> AddressWriter.evm(hash);
      case 1 -> AddressWriter.evmLowerCase(hash);
      case 2, 3 -> AddressWriter.tron(hash);
      case 4 -> AddressWriter.p2wpkh(Coin.BITCOIN, hash);
      case 5 -> AddressWriter.p2sh(Coin.BITCOIN, hash);
      case 6 -> AddressWriter.p2tr(Coin.BITCOIN, key);
      default -> AddressWriter.solana(key);
    };
  }
}
