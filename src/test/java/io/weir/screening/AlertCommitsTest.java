package io.weir.screening;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.roninKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Transfer;
import java.nio.file.Path;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is screened waits for Kafka's commit interval; an alert does not, unless there are many. */
class AlertCommitsTest {
  @TempDir Path stateDir;
  private final MockProcessorContext<byte[], Routed> context = new MockProcessorContext<>();
  private ScreeningFixture screening;
  private ScreenTransfer processor;
  private long now = ScreeningFixture.NOW.toEpochMilli();
  private int transfers;

  @BeforeEach
  void open() {
    screening = new ScreeningFixture(stateDir).withSomeList();
    screening.listed(roninKey(), lazarus());
    KeyValueStore<Bytes, byte[]> raised =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Names.RAISED_HITS), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    raised.init(context.getStateStoreContext(), raised);
    context.addStateStore(raised);
    processor = new ScreenTransfer(screening.screening);
    processor.init(context);
  }

  @AfterEach
  void close() {
    screening.close();
  }

  @Test
  void shouldAskForACommitOfAnAlertAlone() {
    assertThat(commits(SOMEBODY_ELSE)).isFalse();
    assertThat(commits(RONIN_EXPLOITER)).isTrue();
    assertThat(commits(SOMEBODY_ELSE)).isFalse();
  }

  @Test
  void shouldNotAskForACommitOfEachAlertOfAFlood() {
    assertThat(commitsOfAFlood()).isBetween(1, 50);
  }

  @Test
  void shouldAskForTheCommitOfAnAlertThatHadToWaitWithALaterTransfer() {
    commitsOfAFlood();
    now += 10_000;

    assertThat(commits(SOMEBODY_ELSE)).isTrue();
    assertThat(commits(SOMEBODY_ELSE)).isFalse();
  }

  /** Commits of a hundred alerts, one each millisecond. */
  private int commitsOfAFlood() {
    int commits = 0;
    for (int alert = 0; alert < 100; alert++) {
      commits += commits(RONIN_EXPLOITER) ? 1 : 0;
    }
    return commits;
  }

  /** Whether a transfer from this address, a millisecond later, leads to a commit. */
  private boolean commits(String sender) {
    now++;
    context.setCurrentSystemTimeMs(now);
    context.setRecordMetadata(ScreeningFixture.TOPICS.transfers(), 0, transfers);
    context.resetCommit();
    Transfer transfer = ether("t" + transfers, sender, SOMEBODY);
    transfers++;
    processor.process(
        new Record<>(transfer.transferId().getBytes(UTF_8), screening.bytes(transfer), now));
    return context.committed();
  }
}
