package io.weir.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A heap is given to a whole process, so each file is read in one of its own. */
class HugeFilesIT {

  /** As large as the largest list, OFAC's advanced XML. */
  private static final String BYTES = "120000000";

  @TempDir Path folder;

  /** Of OpenSanctions' the names are kept, since the holder of a wallet may stand anywhere. */
  @ParameterizedTest
  @CsvSource({
    "ofac-sdn-xml, 40",
    "ofac-sdn-advanced-xml, 40",
    "ofac-sdn-csv, 40",
    "opensanctions-ftm, 120"
  })
  void shouldReadAHugeFileInASmallHeap(String format, int megabytes)
      throws IOException, InterruptedException {
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + megabytes + "m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    HugeFileReading.class.getName(),
                    format,
                    BYTES))
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended within 120 s").isTrue();
    assertThat(Files.readString(printed)).isEmpty();
    assertThat(process.exitValue()).isZero();
  }
}
