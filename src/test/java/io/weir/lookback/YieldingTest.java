package io.weir.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Look-back leaves the machine to a screening that is behind. */
class YieldingTest {
  private static final long MILLI = 1_000_000;

  private final Yielding yielding = new Yielding();

  @AfterEach
  void close() {
    yielding.close();
  }

  @Test
  void shouldRestNineTimesAsLongAsItWorked() {
    assertThat(Yielding.rest(7 * MILLI)).isEqualTo(63 * MILLI);
  }

  @Test
  void shouldNotRestForSoLongThatItCountsAsGone() {
    assertThat(Yielding.rest(60_000 * MILLI)).isEqualTo(500 * MILLI);
  }

  @Test
  void shouldAskAtEachPollAndHandOnWhatItSees() {
    AtomicInteger asked = new AtomicInteger();
    BooleanSupplier behind = () -> asked.incrementAndGet() == 1;
    yielding.configure(Map.of(Yielding.CONFIG, behind));
    ConsumerRecords<byte[], byte[]> records = ConsumerRecords.empty();

    assertThat(yielding.onConsume(records)).isSameAs(records);
    assertThat(yielding.onConsume(records)).isSameAs(records);
    assertThat(asked).hasValue(2);
  }

  @Test
  void shouldRefuseToWorkWithNobodyToAsk() {
    assertThatThrownBy(() -> yielding.configure(Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(Yielding.CONFIG);
  }
}
