package io.weir.cli;

import static io.weir.cli.CommandFixture.weir;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinesTest {
  @TempDir Path folder;

  @Test
  void shouldListCommandsAndExitCodesInTheHelp() {
    CommandFixture help = weir("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("topics", "config", "Exit codes:", "10   the configuration is wrong");
  }

  @Test
  void shouldSuggestTheClosestCommand() {
    CommandFixture typo = weir("topisc");

    assertThat(typo.exitCode()).isEqualTo(2);
    assertThat(typo.err()).contains("topisc", "weir topics", "Try 'weir --help'.");
    assertThat(typo.out()).isEmpty();
  }

  @Test
  void shouldAskForACommandWhenThereIsNone() {
    assertThat(weir().exitCode()).isEqualTo(2);
    assertThat(weir("topics").exitCode()).isEqualTo(2);
    assertThat(weir("topics").err()).contains("create, check");
  }

  @Test
  void shouldPrintValuesAndTheirOrigin() throws IOException {
    Path file =
        Files.write(
            folder.resolve("weir.properties"),
            List.of("weir.http.port=1", "kafka.ssl.key.password=hunter2"));

    CommandFixture shown =
        weir("config", "--changed", "--config", file.toString(), "--bootstrap", "a:1");

    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "KEY VALUE ORIGIN",
            "weir.http.port 1 " + file + ":1",
            "kafka.bootstrap.servers a:1 --bootstrap",
            "kafka.ssl.key.password [hidden] " + file + ":2");
  }

  @Test
  void shouldPrintJsonForPrograms() throws JsonProcessingException {
    CommandFixture shown = weir("config", "--json", "--changed", "--set", "weir.http.port=1");

    JsonNode only = new ObjectMapper().readTree(shown.out()).get(0);
    assertThat(only.get("key").textValue()).isEqualTo("weir.http.port");
    assertThat(only.get("value").textValue()).isEqualTo("1");
    assertThat(only.get("origin").textValue()).isEqualTo("--set");
    assertThat(only.get("secret").booleanValue()).isFalse();
  }

  @Test
  void shouldListEveryProblemOfAConfiguration() {
    CommandFixture shown =
        weir("config", "--set", "weir.http.port=x", "--set", "weir.http.hots=here");

    assertThat(shown.exitCode()).isEqualTo(10);
    assertThat(shown.out()).isEmpty();
    assertThat(shown.err().lines())
        .containsExactlyInAnyOrder(
            "The configuration is wrong:",
            "  --set: weir.http.port is 'x'; expected a whole number from 0 to 65535.",
            "  --set: weir.http.hots is not a key of Weir. Did you mean weir.http.host?");
  }

  @Test
  void shouldNotRepeatASettingThatLostItsKey() {
    CommandFixture shown = weir("config", "--set", "hunter2");

    assertThat(shown.exitCode()).isEqualTo(2);
    assertThat(shown.err()).doesNotContain("hunter2").contains("KEY=VALUE");
  }

  @Test
  void shouldSayInASentenceThatNoBrokerAnswers() {
    CommandFixture shown =
        weir("topics", "check", "--bootstrap", "localhost:1", "--set", "weir.start.timeout.ms=500");

    assertThat(shown.exitCode()).isEqualTo(15);
    assertThat(shown.err().lines())
        .singleElement()
        .asString()
        .startsWith("No Kafka broker answered at localhost:1 within 0.5 s.")
        .contains("--bootstrap");
  }

  @Test
  void shouldSayInASentenceThatTheHostIsUnknown() {
    CommandFixture shown = weir("topics", "check", "--bootstrap", "no-such-host.invalid:9092");

    assertThat(shown.exitCode()).isEqualTo(15);
    assertThat(shown.err().lines())
        .singleElement()
        .asString()
        .startsWith("Kafka's client cannot be set up for no-such-host.invalid:9092: ");
  }

  @Test
  void shouldPrintTheTraceOnlyWhenAsked() {
    String[] args = {"topics", "check", "--bootstrap", "no-such-host.invalid:9092", "--debug"};

    assertThat(weir(args).err()).contains("\tat io.weir.runtime.Brokers");
  }

  @Test
  void shouldGiveEveryExitCodeItsOwnNumber() {
    assertThat(ExitCode.list()).hasSize(ExitCode.values().length);
  }
}
