package io.weir.bench;

import io.weir.config.WeirConfig;
import io.weir.runtime.StreamsSettings;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** An application of Kafka Streams with the client settings that Weir ships. */
abstract class StreamsBenchApp implements BenchApp {
  private final String role;
  private final CountDownLatch decided = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private @Nullable KafkaStreams streams;
  private @Nullable WeirConfig config;

  StreamsBenchApp(String role) {
    this.role = role;
  }

  @Override
  public String role() {
    return role;
  }

  /** Says what the application does. */
  abstract void build(StreamsBuilder builder, WeirConfig config);

  @Override
  public void start(WeirConfig given, Clock clock) throws InterruptedException {
    config = given;
    Properties settings = StreamsSettings.of(given, role);
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
    build(builder, given);
    KafkaStreams started = new KafkaStreams(builder.build(settings), settings);
    streams = started;
    started.setUncaughtExceptionHandler(
        failed -> {
          failure.set(failed);
          decided.countDown();
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    started.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            decided.countDown();
          }
        });
    started.start();
    if (!decided.await(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new BenchFailure("It does not run after " + START_LIMIT);
    }
    if (failure.get() != null) {
      throw new BenchFailure("It failed: " + failure.get(), failure.get());
    }
  }

  @Override
  public void close() {
    if (streams != null && config != null) {
      streams.close(
          CloseOptions.timeout(config.closeTimeout())
              .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
  }
}
