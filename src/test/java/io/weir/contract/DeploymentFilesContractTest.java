package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.weir.cli.CommandFixture;
import io.weir.config.ConfigSources;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the deployment files say must hold for the program as it is; no container is started. */
class DeploymentFilesContractTest {
  private static final Pattern ENVIRONMENT = Pattern.compile("(WEIR_[A-Z_]+)=(\\S+)");
  private static final Pattern WEIR_CALL =
      Pattern.compile("(?:CMD )?java .*-jar /opt/weir/weir\\.jar (.*)");

  private final Compose compose = Compose.read();
  private final String dockerfile = Files.readString(Path.of("Dockerfile"));
  private final String pom = Files.readString(Path.of("pom.xml"));

  DeploymentFilesContractTest() throws IOException {}

  @Test
  void shouldRunTheVersionsOfTheBuild() {
    assertThat(compose.image("kafka")).isEqualTo("apache/kafka:" + property("kafka.version"));
    assertThat(compose.image("schema-registry"))
        .isEqualTo("confluentinc/cp-schema-registry:" + property("confluent.version"));
    String java = property("maven.compiler.release");
    assertThat(lines("FROM"))
        .containsExactly(
            "eclipse-temurin:" + java + "-jdk AS build", "eclipse-temurin:" + java + "-jre");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weir", "weir-init"})
  void shouldSetOnlyWhatTheProgramUnderstands(String service) {
    Map<String, String> environment = imageEnvironment();
    environment.putAll(compose.environment(service));

    WeirConfig config = config(environment);

    assertThat(config.bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(config.schemaRegistryUrl()).isEqualTo("http://schema-registry:8081");
  }

  @Test
  void shouldPublishThePortItListensOn() {
    WeirConfig config = config(compose.environment("weir"));

    assertThat(config.httpHost()).isEqualTo("0.0.0.0");
    assertThat(compose.texts("weir", "ports"))
        .containsExactly("127.0.0.1:" + config.httpPort() + ":" + config.httpPort());
    assertThat(lines("EXPOSE")).containsExactly(Integer.toString(config.httpPort()));
  }

  @Test
  void shouldKeepTheStateOnAVolume() {
    Path state = config(compose.environment("weir")).stateDir();

    assertThat(lines("VOLUME")).allMatch(volume -> state.startsWith(volume)).hasSize(1);
    assertThat(compose.texts("weir", "volumes"))
        .singleElement()
        .matches(volume -> state.startsWith(volume.split(":", -1)[1]));
    assertThat(config(imageEnvironment()).stateDir()).isEqualTo(state);
  }

  @Test
  void shouldNotRunAsRoot() {
    List<String> words = dockerfile.lines().map(line -> line.split(" ", 2)[0]).toList();

    assertThat(lines("USER")).singleElement().matches(user -> user.matches("[1-9]\\d{3,}"));
    assertThat(words.indexOf("USER")).isLessThan(words.indexOf("ENTRYPOINT"));
  }

  @Test
  void shouldCallCommandsThatExist() {
    List<String> calls =
        List.of(
            String.join(" ", compose.healthCheck("weir")),
            dockerfile
                .replace("\", \"", " ")
                .lines()
                .filter(line -> line.contains("\"health\"") || line.contains(" health\""))
                .findFirst()
                .orElseThrow()
                .replaceAll("^.*\\[\"|\"]$", ""));

    assertThat(calls).allSatisfy(call -> understood(arguments(call)));
    assertThat(String.join("\n", compose.texts("weir-init", "command")).lines())
        .hasSize(2)
        .allSatisfy(call -> understood(arguments(call)));
    assertThat(compose.texts("weir", "command")).satisfies(DeploymentFilesContractTest::understood);
    assertThat(lines("CMD")).containsExactly("[\"run\"]");
  }

  @Test
  void shouldStartInOrder() {
    assertThat(compose.waitsFor("schema-registry", "kafka")).isEqualTo("service_healthy");
    assertThat(compose.waitsFor("weir-init", "kafka")).isEqualTo("service_healthy");
    assertThat(compose.waitsFor("weir-init", "schema-registry")).isEqualTo("service_healthy");
    assertThat(compose.waitsFor("weir", "weir-init")).isEqualTo("service_completed_successfully");
  }

  @Test
  void shouldLeaveWeirTheTimeToStop() {
    Duration grace =
        Duration.parse("PT" + compose.text("weir", "stop_grace_period").toUpperCase(Locale.ROOT));

    assertThat(grace).isGreaterThan(config(compose.environment("weir")).closeTimeout());
  }

  @Test
  void shouldGiveKafkaSettingsThatKafkaUnderstands() {
    Map<String, String> broker = new HashMap<>();
    compose
        .environment("kafka")
        .forEach(
            (name, value) -> {
              if (name.startsWith("KAFKA_")) {
                broker.put(
                    name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'),
                    value);
              }
            });

    assertThat(KafkaConfig.configDef().names()).containsAll(broker.keySet());
    assertThatCode(() -> new KafkaConfig(broker, false)).doesNotThrowAnyException();
    assertThat(broker)
        .containsEntry("auto.create.topics.enable", "false")
        .containsEntry("default.replication.factor", "1")
        .containsEntry("transaction.state.log.min.isr", "1");
    assertThat(compose.texts("kafka", "volumes"))
        .containsExactly("kafka-data:" + broker.get("log.dirs"));
  }

  @Test
  void shouldSendTheBuildWhatItReads() throws IOException {
    List<String> sent =
        Files.readAllLines(Path.of(".dockerignore")).stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();

    assertThat(sent).contains(".mvn", "mvnw", "pom.xml", "config", "schemas", "src");
  }

  private static WeirConfig config(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>();
    all.put("WEIR_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    all.put("WEIR_SCHEMA_REGISTRY_URL", "http://schema-registry:8081");
    all.putAll(environment);
    return new ConfigSources(List.of(), all, Optional.empty()).load(Needs.BROKER_AND_REGISTRY);
  }

  private Map<String, String> imageEnvironment() {
    return ENVIRONMENT
        .matcher(dockerfile)
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  private static List<String> arguments(String call) {
    Matcher matcher = WEIR_CALL.matcher(call.strip());
    assertThat(matcher.matches()).as("a call of weir: %s", call).isTrue();
    return List.of(matcher.group(1).split(" ", -1));
  }

  private static void understood(List<? extends String> arguments) {
    assertThatCode(() -> CommandFixture.parse(arguments.toArray(String[]::new)))
        .as("weir %s", arguments)
        .doesNotThrowAnyException();
  }

  private List<String> lines(String instruction) {
    return dockerfile
        .lines()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1))
        .toList();
  }

  private String property(String name) {
    return Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
        .matcher(pom)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
