package io.weir.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.bundle.Bundling;
import io.weir.config.ConfigSources;
import io.weir.config.Needs;
import io.weir.config.Setting;
import io.weir.config.WeirConfig;
import io.weir.lookback.Yielding;
import io.weir.screening.Pace;
import io.weir.screening.PollSizes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Weir ships for Kafka's clients, and that an operator's word counts for more. */
class StreamsSettingsTest {
  private static final String OURS = PollSizes.class.getName() + "," + Bundling.class.getName();

  private final Pace pace = new Pace(Duration.ZERO, Clock.systemUTC());

  @Test
  void shouldWriteLargeCompressedBatchesUnlessTold() {
    assertThat(settings())
        .containsEntry("producer.batch.size", 262_144)
        .containsEntry("producer.compression.type", "lz4");
  }

  @Test
  void shouldNotLetAnAlertWaitForTheTransactionBefore() {
    assertThat(settings()).containsEntry("producer.retry.backoff.ms", 10);
    assertThat(settings("kafka.retry.backoff.ms", "70"))
        .doesNotContainKey("producer.retry.backoff.ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch.size", "producer.batch.size"})
  void shouldLeaveTheOperatorsBatchSize(String key) {
    Properties settings = settings("kafka." + key, "1000");

    assertThat(settings.get(key)).asString().isEqualTo("1000");
    assertThat(settings.getOrDefault("producer.batch.size", "1000")).asString().isEqualTo("1000");
  }

  @Test
  void shouldLetTheSystemChooseTheReceiveBufferUnlessTold() {
    assertThat(settings()).containsEntry("consumer.receive.buffer.bytes", -1);
    assertThat(config().kafkaClient("consumer.")).containsEntry("receive.buffer.bytes", "-1");
    assertThat(config().kafkaClient("producer.")).doesNotContainKey("receive.buffer.bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"receive.buffer.bytes", "consumer.receive.buffer.bytes"})
  void shouldLeaveTheOperatorsReceiveBuffer(String key) {
    assertThat(config("kafka." + key, "1000").kafkaClient("consumer."))
        .containsEntry("receive.buffer.bytes", "1000");
    assertThat(settings("kafka." + key, "1000").get(key)).asString().isEqualTo("1000");
    assertThat(settings("kafka." + key, "1000"))
        .doesNotContainEntry("consumer.receive.buffer.bytes", -1);
  }

  @Test
  void shouldHandThePaceToTheMainConsumer() {
    assertThat(settings())
        .containsEntry("main.consumer.interceptor.classes", OURS)
        .containsEntry("main.consumer." + Pace.CONFIG, pace);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interceptor.classes",
        "consumer.interceptor.classes",
        "main.consumer.interceptor.classes"
      })
  void shouldKeepTheOperatorsInterceptors(String key) {
    assertThat(settings("kafka." + key, "com.example.Trace"))
        .containsEntry("main.consumer.interceptor.classes", "com.example.Trace," + OURS);
  }

  @Test
  void shouldTellLookbackWhetherScreeningIsBehind() {
    BooleanSupplier behind = () -> true;

    assertThat(
            StreamsSettings.lookback(
                config("kafka.main.consumer.interceptor.classes", "com.example.Trace"), behind))
        .containsEntry("main.consumer." + Yielding.CONFIG, behind)
        .containsEntry(
            "main.consumer.interceptor.classes",
            "com.example.Trace," + Yielding.class.getName() + "," + Bundling.class.getName());
  }

  /** The records of a poll are counted as one, so that few of them must be waiting. */
  @Test
  void shouldBundleTheTransfersOfAPoll() {
    assertThat(settings())
        .containsEntry("main.consumer." + Bundling.TOPIC, "transfers")
        .containsEntry("buffered.records.per.partition", 1);
    assertThat(StreamsSettings.lookback(config(), () -> false))
        .containsEntry("main.consumer." + Bundling.TOPIC, "screened-transfers")
        .containsEntry("buffered.records.per.partition", 1);
  }

  private Properties settings(String... more) {
    return StreamsSettings.screening(config(more), pace);
  }

  private static WeirConfig config(String... more) {
    Stream<Setting> needed =
        Stream.of(
            Setting.flag("--set", "kafka.bootstrap.servers", "localhost:9092"),
            Setting.flag("--set", "weir.schema.registry.url", "http://localhost:8081"));
    Stream<Setting> given =
        more.length == 0 ? Stream.empty() : Stream.of(Setting.flag("--set", more[0], more[1]));
    List<Setting> all = Stream.concat(needed, given).toList();
    return new ConfigSources(all, Map.of(), Optional.empty()).load(Needs.BROKER_AND_REGISTRY);
  }
}
