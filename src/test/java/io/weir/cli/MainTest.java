package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, where log lines and prints share the streams. */
class MainTest {
  @TempDir Path folder;

  @Test
  void shouldSayOneSentenceWhenNoBrokerAnswers() throws Exception {
    assertThat(
            weir(
                "topics",
                "check",
                "--bootstrap",
                "localhost:1",
                "--set",
                "weir.start.timeout.ms=1000"))
        .isEqualTo(15);

    assertThat(printed("err")).singleElement().asString().startsWith("No Kafka broker answered");
    assertThat(printed("out")).isEmpty();
  }

  @Test
  void shouldPrintNothingButTheTable() throws Exception {
    assertThat(weir("config", "--changed", "--set", "kafka.linger.ms=5")).isZero();

    assertThat(printed("err")).isEmpty();
    assertThat(printed("out")).hasSize(2);
  }

  private int weir(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The program's own logging, not that of the tests, which stands before it on the class path.
    command.add("-Dlogback.configurationFile=src/main/resources/logback.xml");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("err").toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended within 30 s").isTrue();
    return process.exitValue();
  }

  private List<String> printed(String stream) throws IOException {
    return Files.readAllLines(folder.resolve(stream));
  }
}
