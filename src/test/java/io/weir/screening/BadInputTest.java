package io.weir.screening;

import static io.weir.domain.Samples.RONIN_EXPLOITER;
import static io.weir.domain.Samples.SOMEBODY;
import static io.weir.domain.Samples.SOMEBODY_ELSE;
import static io.weir.domain.Samples.ether;
import static io.weir.domain.Samples.lazarus;
import static io.weir.domain.Samples.on;
import static io.weir.domain.Samples.roninKey;
import static io.weir.screening.ScreeningFixture.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.weir.address.AddressKey;
import io.weir.domain.Alert;
import io.weir.domain.Asset;
import io.weir.domain.Hit;
import io.weir.domain.Party;
import io.weir.domain.Samples;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes, it ends as one screened record; what cannot be screened is a dead letter too. */
class BadInputTest {
  private static final int SMALL_ALERT_BYTES = 20_000;

  @TempDir Path stateDir;
  private ScreeningFixture screening;

  @BeforeEach
  void open() {
    screening =
        new ScreeningFixture(stateDir, new ScreeningSettings(true, 4 << 20, SMALL_ALERT_BYTES));
    screening.listed(roninKey(), lazarus());
  }

  @AfterEach
  void close() {
    screening.close();
  }

  /**
   * The reason of the one record that was sent, after holding all its traces against each other.
   */
  private String unscreenable(byte[] key, byte[] value) {
    screening.raw(key, value);
    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    List<TestRecord<byte[], byte[]>> letters = screening.deadLetters();
    assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("UNSCREENABLE");
    assertThat(record.key()).isEqualTo(key);
    assertThat(record.value()).isEqualTo(value);
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).key()).isEqualTo(key);
    assertThat(letters.get(0).value()).isEqualTo(value);
    String reason = header(record, VerdictHeaders.REASON);
    assertThat(header(letters.get(0), DeadLetterHeaders.EXCEPTION)).isEqualTo(reason);
    assertThat(header(letters.get(0), DeadLetterHeaders.MESSAGE)).isNotBlank();
    assertThat(header(letters.get(0), DeadLetterHeaders.TOPIC)).isEqualTo("transfers");
    assertThat(header(letters.get(0), DeadLetterHeaders.PARTITION)).isEqualTo("0");
    assertThat(header(letters.get(0), DeadLetterHeaders.OFFSET)).isNotBlank();
    screening.nothingElse();
    return reason;
  }

  private String unscreenable(Transfer transfer) {
    return unscreenable(new byte[] {1}, screening.bytes(transfer));
  }

  @Test
  void shouldAnswerANullValue() {
    assertThat(unscreenable(new byte[] {1}, null)).isEqualTo("NO_VALUE");
  }

  @Test
  void shouldScreenARecordWithoutKey() {
    screening.raw(null, screening.bytes(ether("t1", RONIN_EXPLOITER, SOMEBODY)));

    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    assertThat(record.key()).isNull();
    assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("FLAGGED");
    assertThat(screening.alerts()).hasSize(1);
  }

  @Test
  void shouldAnswerTruncatedBytesWhereverTheyAreCut() {
    byte[] whole = screening.bytes(ether("t1", SOMEBODY, SOMEBODY_ELSE));
    Set<String> reasons = new HashSet<>();
    for (int length = 0; length < whole.length; length++) {
      reasons.add(unscreenable(new byte[] {1}, Arrays.copyOf(whole, length)));
    }
    assertThat(reasons).containsExactlyInAnyOrder("NOT_WIRE_FORMAT", "UNDECODABLE");
  }

  @Test
  void shouldAnswerAWrongMagicByte() {
    byte[] value = screening.bytes(ether("t1", SOMEBODY, SOMEBODY_ELSE));
    value[0] = 1;
    assertThat(unscreenable(new byte[] {1}, value)).isEqualTo("NOT_WIRE_FORMAT");
  }

  @Test
  void shouldAnswerAnUnknownSchemaId() {
    byte[] value = screening.bytes(ether("t1", SOMEBODY, SOMEBODY_ELSE));
    ByteBuffer.wrap(value).putInt(1, 4711);
    assertThat(unscreenable(new byte[] {1}, value)).isEqualTo("UNKNOWN_SCHEMA");
  }

  @Test
  void shouldAnswerASchemaThatIsNoTransfer() throws Exception {
    byte[] value = screening.bytes(ether("t1", SOMEBODY, SOMEBODY_ELSE));
    int id =
        screening.registry.register(
            "other-value", new AvroSchema(Schema.create(Schema.Type.STRING)));
    ByteBuffer.wrap(value).putInt(1, id);
    assertThat(unscreenable(new byte[] {1}, value)).isEqualTo("INCOMPATIBLE_SCHEMA");
  }

  @Test
  void shouldAnswerLengthsThatNoMemoryHolds() {
    byte[] value = screening.bytes(ether("t1", SOMEBODY, SOMEBODY_ELSE));
    // The transfer id's length becomes 2^31 - 1, in Avro's zig-zag form.
    byte[] huge = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0x0f};
    System.arraycopy(huge, 0, value, 5, huge.length);
    assertThat(unscreenable(new byte[] {1}, value)).isEqualTo("UNDECODABLE");
  }

  @Test
  void shouldAnswerAnUnknownChain() {
    assertThat(
            unscreenable(
                on(
                    "eip155:987654",
                    "t1",
                    TransferStatus.CONFIRMED,
                    List.of(Party.of(RONIN_EXPLOITER)),
                    List.of())))
        .isEqualTo("UNKNOWN_CHAIN");
  }

  @Test
  void shouldAnswerABadChecksum() {
    assertThat(
            unscreenable(
                on(
                    "bitcoin",
                    "t1",
                    TransferStatus.CONFIRMED,
                    List.of(Party.of("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3")),
                    List.of())))
        .isEqualTo("BAD_ADDRESS");
  }

  @Test
  void shouldAnswerATransferOfNobody() {
    assertThat(unscreenable(ether("t1", List.of(), List.of()))).isEqualTo("NO_PARTY");
  }

  @Test
  void shouldAnswerTransferIdsThatCannotNameAnAlert() {
    assertThat(unscreenable(ether("", SOMEBODY, SOMEBODY_ELSE))).isEqualTo("BAD_TRANSFER_ID");
    assertThat(unscreenable(ether("x".repeat(1025), SOMEBODY, SOMEBODY_ELSE)))
        .isEqualTo("BAD_TRANSFER_ID");
  }

  @Test
  void shouldFlagAndDeadLetterATransferWithAHitAndAnUnreadableParty() {
    screening.transfer(ether("t1", List.of(Party.of(RONIN_EXPLOITER)), List.of(Party.of("0x123"))));

    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    assertThat(header(record, VerdictHeaders.OUTCOME)).isEqualTo("FLAGGED");
    assertThat(header(record, VerdictHeaders.REASON)).isEqualTo("BAD_ADDRESS");
    assertThat(screening.alerts()).hasSize(1);
    assertThat(screening.deadLetters()).hasSize(1);
  }

  @Test
  void shouldClearATimestampFarInTheFutureAndBoundIt() {
    screening.raw(
        new TestRecord<>(
            new byte[] {1},
            screening.bytes(ether("t1", SOMEBODY, SOMEBODY_ELSE)),
            new RecordHeaders(),
            Long.MAX_VALUE));

    assertThat(screening.onlyScreened().timestamp()).isEqualTo(ScreeningFixture.NOW.toEpochMilli());
  }

  @Test
  void shouldAbridgeTheTransferOfAnAlertThatWouldBeTooLarge() {
    List<Party> crowd =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Party.of(String.format(Locale.ROOT, "0x%040x", i)))
            .toList();
    Transfer transfer = ether("t1", List.of(Party.of(RONIN_EXPLOITER)), crowd);

    screening.transfer(transfer);

    List<Alert> alerts = screening.alerts();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).abridged()).isTrue();
    assertThat(alerts.get(0).transfer().senders()).isEqualTo(transfer.senders());
    assertThat(alerts.get(0).transfer().receivers()).isEmpty();
    assertThat(screening.onlyScreened().value()).isEqualTo(screening.bytes(transfer));
    screening.nothingElse();
  }

  @Test
  void shouldAlertEachOfTenThousandListedReceiversOnce() {
    List<Party> crowd =
        IntStream.range(0, 10_000)
            .mapToObj(i -> Party.of(String.format(Locale.ROOT, "0x%040x", i)))
            .toList();
    crowd.forEach(
        party -> {
          var key = AddressKey.parse("account:" + party.address().substring(2));
          screening.listed(key, lazarus(key, party.address()));
        });

    screening.transfer(ether("t1", List.of(Party.of(SOMEBODY)), crowd));

    List<Alert> alerts = screening.alerts();
    assertThat(alerts).hasSizeGreaterThan(1).extracting(Alert::alertId).doesNotHaveDuplicates();
    List<String> hits = alerts.stream().flatMap(a -> a.hits().stream()).map(Hit::hitId).toList();
    assertThat(hits).hasSize(10_000).doesNotHaveDuplicates();
    TestRecord<byte[], byte[]> record = screening.onlyScreened();
    assertThat(header(record, VerdictHeaders.HITS).split(","))
        .containsExactlyInAnyOrderElementsOf(hits);
    screening.nothingElse();
  }

  /** A record whose hit ids would have so many bytes of room beside everything else. */
  private TestRecord<byte[], byte[]> withRoomFor(int hitBytes) {
    byte[] value = screening.bytes(ether("t1", RONIN_EXPLOITER, SOMEBODY));
    int others = VerdictHeaders.OTHER_BYTES + value.length + "padding".length();
    byte[] padding = new byte[(4 << 20) - others - hitBytes];
    return new TestRecord<>(
        null, value, new RecordHeaders().add("padding", padding), ScreeningFixture.NOW);
  }

  @Test
  void shouldSaySoWhenTheHitIdsDoNotFitIntoTheRecord() {
    screening.raw(withRoomFor(32));
    screening.raw(withRoomFor(31));

    List<TestRecord<byte[], byte[]>> records = screening.screened();
    assertThat(header(records.get(0), VerdictHeaders.HITS)).hasSize(32);
    assertThat(header(records.get(1), VerdictHeaders.HITS)).isEqualTo("*");
    assertThat(screening.alerts()).hasSize(1);
  }

  @Test
  void shouldStopAtARecordThatCannotBeWrittenOnWithItsVerdict() {
    assertThatThrownBy(() -> screening.raw(withRoomFor(-1)))
        .rootCause()
        .isInstanceOf(OversizedRecord.class)
        .hasMessageContaining("transfers-0@0")
        .hasMessageContaining("weir.output.max.message.bytes");
    screening.nothingElse();
  }

  @Test
  void shouldAlertATokenWhoseContractClaimsBillionsOfDecimals() {
    for (int decimals : new int[] {2_000_000_000, -100_000_000, Integer.MIN_VALUE}) {
      Transfer transfer = ether("t" + decimals, RONIN_EXPLOITER, SOMEBODY);
      Asset token = new Asset("BAD", Optional.empty(), OptionalInt.of(decimals));
      screening.transfer(Samples.withAsset(transfer, token));
    }

    assertThat(screening.alerts())
        .hasSize(3)
        .allSatisfy(
            alert ->
                assertThat(alert.summary()).startsWith("1500000000000000000 base units BAD from"));
  }

  @Test
  void shouldAnswerAnAmountOfMoreDigitsThanTheSchemaAllows() throws Exception {
    byte[] value = screening.bytes(ether("t1", RONIN_EXPLOITER, SOMEBODY));
    Schema schema = io.weir.avro.Transfer.getClassSchema();
    var decoder = DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null);
    GenericRecord record = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    record.put("amount", ByteBuffer.wrap(BigInteger.TEN.pow(100).toByteArray()));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(value, 0, 5);
    var encoder = EncoderFactory.get().binaryEncoder(changed, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();

    assertThat(unscreenable(new byte[] {1}, changed.toByteArray())).isEqualTo("UNDECODABLE");
  }

  @Test
  void shouldRefuseToScreenAgainstAnEmptyList() {
    screening.delisted(roninKey());

    assertThatThrownBy(() -> screening.transfer(ether("t1", SOMEBODY, SOMEBODY_ELSE)))
        .hasRootCauseInstanceOf(ListUnusable.class);
    screening.nothingElse();
  }
}
