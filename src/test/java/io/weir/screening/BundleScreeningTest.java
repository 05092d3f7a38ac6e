package io.weir.screening;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.roninKey;
import static io.weir.screening.ScreeningFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.address.AddressKey;
import io.weir.domain.Alert;
import io.weir.domain.SourcePosition;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers that one poll brings together are each screened as if they had come alone. */
class BundleScreeningTest {
  @TempDir private Path stateDir;
  private ScreeningFixture screening;

  @BeforeEach
  void start() {
    screening = new ScreeningFixture(stateDir);
  }

  @AfterEach
  void stop() {
    screening.close();
  }

  @Test
  void shouldScreenEachOfThoseThatCameTogether() {
    screening.listed(roninKey(), lazarus());
    byte[] clear = screening.bytes(ether("t0", SOMEBODY, SOMEBODY_ELSE));
    byte[] flagged = screening.bytes(ether("t1", RONIN_EXPLOITER, SOMEBODY));
    byte[] unreadable = {1, 2, 3};

    screening.polled(40, clear, flagged, unreadable, clear);

    List<TestRecord<byte[], byte[]>> records = screening.screened();
    assertThat(records)
        .extracting(record -> new String(record.key(), UTF_8))
        .containsExactly("key-40", "key-41", "key-42", "key-43");
    assertThat(records)
        .extracting(record -> header(record, VerdictHeaders.OUTCOME))
        .containsExactly("CLEAR", "FLAGGED", "UNSCREENABLE", "CLEAR");
    assertThat(records)
        .extracting(TestRecord::value)
        .containsExactly(clear, flagged, unreadable, clear);
    assertThat(records).allMatch(record -> record.headers().lastHeader("weir-bundle") == null);
    assertThat(screening.alerts())
        .extracting(Alert::source)
        .containsExactly(new SourcePosition("transfers", 0, 41));
    assertThat(screening.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("42");
              assertThat(letter.value()).isEqualTo(unreadable);
            });
    screening.nothingElse();
  }

  /** One of them may wait for the registry for minutes; those behind it must not miss a listing. */
  @Test
  void shouldScreenEachByTheListThatIsInForceWhenItsTurnComes() {
    screening.listed(roninKey(), lazarus());
    AddressKey late = AddressKey.account(new byte[20]);
    screening.meanwhile =
        () -> {
          screening.index.listUnreadable(late);
          screening.index.appliedUpTo(7);
        };

    screening.polled(
        40,
        screening.bytes(ether("t0", SOMEBODY, SOMEBODY_ELSE)),
        screening.bytes(ether("t1", RONIN_EXPLOITER, SOMEBODY)),
        screening.bytes(ether("t2", SOMEBODY, "0x" + "0".repeat(40))),
        screening.bytes(ether("t3", SOMEBODY, SOMEBODY_ELSE)));

    List<TestRecord<byte[], byte[]>> records = screening.screened();
    assertThat(records)
        .extracting(record -> header(record, VerdictHeaders.OUTCOME))
        .containsExactly("CLEAR", "FLAGGED", "FLAGGED", "CLEAR");
    assertThat(records)
        .extracting(record -> header(record, VerdictHeaders.LIST_POSITION))
        .containsExactly("0", "0", "7", "7");
  }

  /** A helper has looked at all of them before the first one's turn comes. */
  @Test
  void shouldScreenEachOfManyByTheListThatIsInForceWhenItsTurnComes() {
    screening.listed(roninKey(), lazarus());
    byte[][] values = new byte[300][];
    Arrays.fill(values, screening.bytes(ether("t0", SOMEBODY, SOMEBODY_ELSE)));
    values[150] = screening.bytes(ether("t1", RONIN_EXPLOITER, SOMEBODY));
    values[100] = screening.bytes(ether("t2", SOMEBODY, "0x" + "0".repeat(40)));
    values[200] = values[100];
    // So that the schema is known, and what is clear is certainly so.
    screening.polled(39, values[0]);
    assertThat(screening.screened()).hasSize(1);
    screening.meanwhile =
        () -> {
          screening.index.listUnreadable(AddressKey.account(new byte[20]));
          screening.index.appliedUpTo(7);
        };

    screening.polled(40, values);

    List<TestRecord<byte[], byte[]>> records = screening.screened();
    assertThat(records)
        .extracting(record -> header(record, VerdictHeaders.OUTCOME))
        .containsExactlyElementsOf(
            IntStream.range(0, 300)
                .mapToObj(index -> index == 150 || index == 200 ? "FLAGGED" : "CLEAR")
                .toList());
    assertThat(header(records.get(150), VerdictHeaders.LIST_POSITION)).isEqualTo("0");
    assertThat(header(records.get(151), VerdictHeaders.LIST_POSITION)).isEqualTo("7");
  }

  @Test
  void shouldScreenNoneBehindAListThatHasGone() {
    screening.listed(roninKey(), lazarus());
    screening.meanwhile =
        () -> {
          screening.index.clear();
          screening.index.appliedUpTo(7);
        };

    assertThatThrownBy(
            () ->
                screening.polled(
                    40,
                    screening.bytes(ether("t1", RONIN_EXPLOITER, SOMEBODY)),
                    screening.bytes(ether("t2", SOMEBODY, SOMEBODY_ELSE))))
        .hasRootCauseInstanceOf(ListUnusable.class);
  }
}
