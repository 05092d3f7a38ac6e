package io.weir.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's two commands, as a newcomer has them. */
class QuickStartIT {
  private static final Pattern COMMAND = Pattern.compile("```\\n(\\./[^\\n]*)\\n```");

  @TempDir Path dir;

  @Test
  void shouldNameTwoCommandsAndTestWithTheSecond() throws IOException {
    List<String> commands =
        COMMAND
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(commands).containsExactly("./weir demo", "./mvnw verify");
    assertThat(Files.readAllLines(Path.of(".ci", "run"))).endsWith(commands.get(1));
  }

  @Test
  void shouldRunTheDemoToItsEnd() throws Exception {
    Path log = dir.resolve("demo.log");
    Process demo =
        new ProcessBuilder("./weir", "demo", "--transfers", "1500")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(demo.waitFor(4, TimeUnit.MINUTES)).as("the demo ended").isTrue();
    assertThat(demo.exitValue()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).contains("All counts agree.").doesNotContain("Building");
  }
}
