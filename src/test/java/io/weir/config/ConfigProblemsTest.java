package io.weir.config;

import static io.weir.config.ConfigFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigProblemsTest {
  @TempDir Path folder;

  @Test
  void shouldReportEverythingAtOnce() throws IOException {
    List<String> problems =
        given()
            .file(
                folder,
                "weir.http.port=eighty",
                "weir.http.prot=80",
                "# a comment",
                "weir.environment=Prod",
                "weir.environment=prod",
                "kafka.processing.guarantee=at_least_once",
                "a line without a value",
                "elsewhere.key=1",
                "weir.http.host=\\u00zz")
            .variable("WEIR_SCREENED_RETENTION_MS", "-1")
            .variable("WEIR_THREADS", "4")
            .set("weir.screened.output", "some")
            .problems(Needs.BROKER_AND_REGISTRY);

    assertThat(problems)
        .containsExactly(
            "weir.properties:1: weir.http.port is 'eighty'; expected a whole number from 0 to"
                + " 65535.",
            "weir.properties:2: weir.http.prot is not a key of Weir. Did you mean weir.http.port?",
            "weir.properties:4: weir.environment is 'Prod'; expected lower-case letters, digits"
                + " and '-', at most 40.",
            "weir.properties:5: weir.environment is already set on line 4.",
            "weir.properties:6: kafka.processing.guarantee cannot be set: everything Weir writes"
                + " is written exactly once.",
            "weir.properties:7: expected key=value, but this line has no '='.",
            "weir.properties:8: elsewhere.key is not a key of Weir. Expected weir.*, or kafka.*"
                + " and registry.* for the clients' own keys.",
            "weir.properties:9: a \\u must be followed by four hexadecimal digits.",
            "WEIR_THREADS: this variable sets no key of Weir. Did you mean WEIR_THREADS_COUNT?",
            "--set: weir.screened.output is 'some'; expected all or none.",
            "WEIR_SCREENED_RETENTION_MS: weir.screened.retention.ms is '-1'; expected a whole number, 1 or"
                + " more.",
            "kafka.bootstrap.servers is not set; expected the brokers' host:port, by --bootstrap,"
                + " WEIR_KAFKA_BOOTSTRAP_SERVERS or the file.",
            "weir.schema.registry.url is not set; expected an http or https URL, by --registry,"
                + " WEIR_SCHEMA_REGISTRY_URL or the file.");
  }

  @Test
  void shouldAskForTheBrokerOnlyWhenTheCommandNeedsIt() {
    assertThat(given().load(Needs.NOTHING).bootstrapServers()).isEmpty();
    assertThat(given().problems(Needs.BROKER)).hasSize(1);
  }

  @Test
  void shouldRefuseTwoTopicsOfOneName() {
    assertThat(given().set("weir.topics.alerts", "transfers").problems())
        .containsExactly(
            "--set: weir.topics.alerts and weir.topics.transfers both name the topic transfers.");
  }

  @Test
  void shouldRefuseOutputsSmallerThanTransfers() {
    assertThat(given().set("weir.output.max.message.bytes", "1000000").problems())
        .containsExactly(
            "--set: weir.output.max.message.bytes is 1000000; expected at least 65536 more than"
                + " weir.transfers.max.message.bytes, 1048588.");
  }

  @Test
  void shouldRefuseAPolicyFileThatIsNotThere() {
    assertThat(given().set("weir.policy.file", "/no/such/policy.yaml").problems())
        .containsExactly(
            "--set: weir.policy.file names '/no/such/policy.yaml', which is not a readable file.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka.application.id",
        "kafka.isolation.level",
        "kafka.consumer.isolation.level",
        "kafka.main.consumer.auto.offset.reset",
        "kafka.producer.acks",
        "kafka.enable.auto.commit",
        "kafka.value.serializer",
        "registry.schema.registry.url"
      })
  void shouldRefuseAClientKeyThatWeirOwns(String key) {
    assertThat(given().set(key, "x").problems())
        .singleElement()
        .asString()
        .startsWith("--set: " + key + " cannot be set: ");
  }

  @ParameterizedTest
  @CsvSource({
    "kafka.consumer.receive.buffer.bytes, many, Not a number of type INT",
    "kafka.max.poll.records, 0, Value must be at least 1",
    "kafka.producer.compression.type, best, 'none, gzip, snappy, lz4, zstd'",
    "kafka.producer.enable.metrics.push, perhaps, 'Expected value to be either true or false'",
  })
  void shouldRefuseAValueThatNoClientTakes(String key, String value, String reason) {
    assertThat(given().set(key, value).problems())
        .singleElement()
        .asString()
        .startsWith("--set: " + key + ": Kafka's clients do not take it. ")
        .contains(value, reason);
  }

  /** A configuration provider of Kafka's puts something else in its place. */
  @Test
  void shouldLeaveAPlaceholderToTheClientThatResolvesIt() {
    WeirConfig config =
        given()
            .set("kafka.config.providers", "env")
            .set("kafka.security.protocol", "${env:PROTOCOL}")
            .load();

    assertThat(config.kafka()).containsEntry("security.protocol", "${env:PROTOCOL}");
  }

  /** Kafka quotes what it refuses. */
  @Test
  void shouldNotQuoteARefusedValueThatMayBeASecret() {
    assertThat(
            given().set("kafka.sasl.oauthbearer.assertion.claim.jti.include", "perhaps").problems())
        .singleElement()
        .asString()
        .isEqualTo(
            "--set: kafka.sasl.oauthbearer.assertion.claim.jti.include is '[hidden]'; Kafka's"
                + " clients do not take it.");
  }

  @Test
  void shouldPassOnAClientKeyThatNobodyKnowsAndSaySo() {
    WeirConfig config =
        given().set("kafka.my.interceptor.colour", "red").set("kafka.linger.ms", "5").load();

    assertThat(config.kafka()).containsOnlyKeys("my.interceptor.colour", "linger.ms");
    assertThat(config.effective())
        .filteredOn(value -> !value.known())
        .extracting(EffectiveValue::key)
        .containsExactly("kafka.my.interceptor.colour");
  }

  @Test
  void shouldSayWhatIsExpectedOfEveryKey() {
    assertThat(ConfigKeys.DEFINITION.configKeys().values())
        .noneMatch(key -> key.validator == null)
        .allMatch(key -> key.documentation.endsWith("."));
  }
}
