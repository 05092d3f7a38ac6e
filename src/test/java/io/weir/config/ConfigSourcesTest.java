package io.weir.config;

import static io.weir.config.ConfigFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ConfigSourcesTest {
  @TempDir Path folder;

  @Test
  void shouldTakeTheDefaultWhenNobodySetsAKey() {
    WeirConfig config = given().load();

    assertThat(config.httpPort()).isEqualTo(8080);
    assertThat(config.origin(ConfigKeys.HTTP_PORT)).hasToString("default");
  }

  @Test
  void shouldTakeTheFileOverTheDefault() throws IOException {
    WeirConfig config = given().file(folder, "# comment", "weir.http.port=1").load();

    assertThat(config.httpPort()).isEqualTo(1);
    assertThat(config.origin(ConfigKeys.HTTP_PORT))
        .hasToString(folder.resolve("weir.properties") + ":2");
  }

  @Test
  void shouldTakeTheEnvironmentOverTheFile() throws IOException {
    WeirConfig config =
        given().file(folder, "weir.http.port=1").variable("WEIR_HTTP_PORT", "2").load();

    assertThat(config.httpPort()).isEqualTo(2);
    assertThat(config.origin(ConfigKeys.HTTP_PORT)).hasToString("WEIR_HTTP_PORT");
  }

  @Test
  void shouldTakeAFlagOverTheEnvironment() throws IOException {
    WeirConfig config =
        given()
            .file(folder, "weir.http.port=1")
            .variable("WEIR_HTTP_PORT", "2")
            .set("weir.http.port", "3")
            .load();

    assertThat(config.httpPort()).isEqualTo(3);
    assertThat(config.origin(ConfigKeys.HTTP_PORT)).hasToString("--set");
  }

  @Test
  void shouldForgiveAnInvalidValueThatASourceAboveReplaces() throws IOException {
    WeirConfig config =
        given().file(folder, "weir.http.port=none").set("weir.http.port", "3").load();

    assertThat(config.httpPort()).isEqualTo(3);
  }

  @Test
  void shouldTakeTheBootstrapServersFromTheirOneVariable() {
    WeirConfig config = given().variable("WEIR_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092").load();

    assertThat(config.bootstrapServers()).isEqualTo("kafka:9092");
  }

  @Test
  void shouldReadHyphensAndDotsOfAKeyAsUnderscores() {
    WeirConfig config = given().variable("WEIR_TOPICS_DEAD_LETTERS", "bad").load();

    assertThat(config.topics().deadLetters()).isEqualTo("bad");
  }

  @Test
  void shouldReportAnUnknownVariableWithTheClosestOne() {
    assertThat(given().variable("WEIR_HTPP_PORT", "80").problems())
        .containsExactly(
            "WEIR_HTPP_PORT: this variable sets no key of Weir. Did you mean WEIR_HTTP_PORT?");
  }

  @Test
  void shouldPassOverVariablesOfTheStartScriptAndOfKubernetes() {
    WeirConfig config =
        given()
            .variable("WEIR_JAVA_OPTS", "-Xmx1g")
            .variable("WEIR_SERVICE_HOST", "10.0.0.1")
            .variable("WEIR_SERVICE_PORT_HTTP", "80")
            .variable("WEIR_PORT", "tcp://10.0.0.1:80")
            .variable("WEIR_CONSOLE_PORT_80_TCP_ADDR", "10.0.0.1")
            .variable("HOME", "/")
            .load();

    assertThat(config.effective()).allMatch(value -> value.origin() instanceof Origin.Default);
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  void shouldNameVariablesTheSameOnATurkishMachine() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      WeirConfig config = given().variable("WEIR_HTTP_HOST", "localhost").load();

      assertThat(config.httpHost()).isEqualTo("localhost");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldRefuseAKeyThatTwoFlagsSet() {
    assertThat(
            given()
                .flag("--bootstrap", "kafka.bootstrap.servers", "a:1")
                .set("kafka.bootstrap.servers", "b:1")
                .problems())
        .containsExactly("--set: kafka.bootstrap.servers is already set by --bootstrap.");
  }

  @Test
  void shouldReadContinuedLinesAndEscapes() throws IOException {
    WeirConfig config =
        given()
            .file(
                folder,
                "weir.environment = \\",
                "    pr\\u006fd",
                "",
                "weir.http.port : 7",
                "kafka.sasl.jaas.config=a\\",
                "  b")
            .load();

    assertThat(config.environment()).isEqualTo("prod");
    assertThat(config.httpPort()).isEqualTo(7);
    assertThat(config.origin("kafka.sasl.jaas.config").toString()).endsWith(":5");
    assertThat(config.kafka()).containsEntry("sasl.jaas.config", "ab");
  }

  @Test
  void shouldNameTheFileThatIsNotThere() {
    Path missing = folder.resolve("absent.properties");

    assertThat(given().file(missing).problems())
        .containsExactly("absent.properties: there is no such file.");
  }

  @Test
  void shouldRefuseAFileThatIsNotText() throws IOException {
    Path binary =
        Files.write(folder.resolve("weir.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThat(given().file(binary).problems())
        .containsExactly("weir.properties: not a text file in UTF-8.");
  }

  @Test
  void shouldGoThroughTheProxyOfTheMachineWhenNobodySaysOtherwise() throws IOException {
    WeirConfig config = given().variable("https_proxy", "http://proxy.example:3128").load();

    assertThat(config.listsHttpProxy()).contains("http://proxy.example:3128");
    assertThat(config.origin(ConfigKeys.LISTS_HTTP_PROXY)).hasToString("https_proxy");
    assertThat(
            given()
                .file(folder, "weir.lists.http.proxy=none")
                .variable("HTTPS_PROXY", "http://proxy.example:3128")
                .load()
                .listsHttpProxy())
        .contains("none");
  }

  /** It is there for other programs; Weir need not understand it to do its work. */
  @Test
  void shouldLeaveAProxyThatItCannotUseAlone() {
    assertThat(
            given()
                .variable("https_proxy", "http://user:s3cret@proxy.example:3128")
                .load()
                .listsHttpProxy())
        .isEmpty();
  }
}
