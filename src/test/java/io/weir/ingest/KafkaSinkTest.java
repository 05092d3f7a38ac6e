package io.weir.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.avro.RegistryUnavailable;
import io.weir.domain.Transfer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaSinkTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private final List<IngestLine.Converted> lines =
      Lines.ofFixture(TransferFormats.ETHEREUM_ETL, "ethereum-etl.jsonl").all().stream()
          .filter(IngestLine.Converted.class::isInstance)
          .map(IngestLine.Converted.class::cast)
          .toList();

  private final MockProducer<String, Transfer> producer =
      new MockProducer<>(
          false,
          new RoundRobinPartitioner(),
          new StringSerializer(),
          (topic, value) -> new byte[0]);

  private final KafkaSink sink =
      new KafkaSink(producer, "transfers", new RecordTime(CLOCK, Optional.empty()));

  private void write(int line) throws IngestFailure {
    sink.write(lines.get(line - 1).transfers().get(0), lines.get(line - 1));
  }

  @Test
  void shouldKeyARecordByTransferIdAndDateItAsTheTransfer() throws Exception {
    write(1);

    assertThat(producer.history()).hasSize(1);
    assertThat(producer.history().get(0).topic()).isEqualTo("transfers");
    assertThat(producer.history().get(0).key()).isEqualTo("eip155:1:0x01");
    assertThat(producer.history().get(0).timestamp()).isEqualTo(1683029999000L);
    assertThat(producer.history().get(0).value()).isEqualTo(lines.get(0).transfers().get(0));
  }

  @Test
  void shouldCountATransferOnlyWhenTheBrokerHasIt() throws Exception {
    write(1);
    write(2);
    producer.completeNext();

    assertThat(sink.written()).isEqualTo(1);
    sink.flush();
    assertThat(sink.written()).isEqualTo(2);
  }

  @Test
  void shouldRefuseTheLineAloneWhenItsRecordIsTooLarge() throws Exception {
    write(1);
    write(2);
    producer.errorNext(new RecordTooLargeException("2000000 bytes"));
    sink.flush();

    assertThat(sink.takeRefused())
        .containsExactly(
            new IngestLine.Refused(
                1, "", "is too large a record: 2000000 bytes", lines.get(0).raw()));
    assertThat(sink.takeRefused()).isEmpty();
    assertThat(sink.written()).isEqualTo(1);
  }

  @Test
  void shouldNameTheFirstOfTheFailedLines() throws Exception {
    write(1);
    write(2);
    write(3);
    producer.completeNext();
    producer.errorNext(new TimeoutException("no answer"));
    producer.errorNext(new TimeoutException("no answer either"));

    assertThatThrownBy(() -> write(4))
        .isInstanceOf(IngestFailure.class)
        .hasMessage("Line 2 was not written to transfers: no answer")
        .extracting(failure -> ((IngestFailure) failure).line())
        .isEqualTo(2L);
    assertThatThrownBy(sink::flush).isInstanceOf(IngestFailure.class);
    assertThat(sink.written()).isEqualTo(1);
  }

  @Test
  void shouldFailAtOnceWhenTheRegistryGoesAway() {
    Serializer<Transfer> away =
        (topic, value) -> {
          throw new RegistryUnavailable("The registry does not answer", new IOException("reset"));
        };
    KafkaSink silent =
        new KafkaSink(
            new MockProducer<>(false, new RoundRobinPartitioner(), new StringSerializer(), away),
            "transfers",
            new RecordTime(CLOCK, Optional.empty()));

    assertThatThrownBy(() -> silent.write(lines.get(2).transfers().get(0), lines.get(2)))
        .isInstanceOf(IngestFailure.class)
        .hasMessage("Line 3 was not written to transfers: The registry does not answer (reset)");
  }

  @Test
  void shouldFailAtOnceWhenARecordCannotBeSent() {
    producer.sendException = new KafkaException("no registry");

    assertThatThrownBy(() -> write(3))
        .isInstanceOf(IngestFailure.class)
        .hasMessage("Line 3 was not written to transfers: no registry");
  }
}
