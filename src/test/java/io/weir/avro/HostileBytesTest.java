package io.weir.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Avro reads its limits once in a process, so they are tested in one of their own. */
class HostileBytesTest {
  private static final String SEED = "20251104";
  private static final String ROUNDS = "20000";

  @TempDir Path folder;

  @Test
  void shouldAnswerWhateverTheBytesAreInASmallHeap() throws IOException, InterruptedException {
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    HostileBytes.class.getName(),
                    SEED,
                    ROUNDS))
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended within 60 s").isTrue();
    assertThat(process.exitValue()).as(() -> tail(printed)).isZero();
  }

  private static String tail(Path printed) {
    try {
      List<String> lines = Files.readAllLines(printed);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
