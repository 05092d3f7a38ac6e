package io.weir.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Samples;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A small schema can stand for more values than there is memory for. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SkimLimitsTest {
  private static final int WIDTH = 20;

  private final Written written = new Written();

  @BeforeAll
  static void limitAvro() {
    AvroSafety.apply();
  }

  @Test
  void shouldLeaveASchemaOfBillionsOfValuesToAvro() {
    Schema levels = levels(7);
    byte[] value = written(levels);
    TransferReader reader = written.reader();

    assertThat(reader.parties(value).value().orElseThrow().named()).hasSize(2);
    assertThat(reader.skimmer().skim(value, new SkimmedParties())).isFalse();
  }

  @Test
  void shouldSkimThroughATableOfThousandsOfColumns() {
    Schema table = record(1, fields(3_000, nullable(Schema.create(Schema.Type.LONG))));

    byte[] value = written(table);
    TransferReader reader = written.reader();

    assertThat(reader.parties(value).value()).isPresent();
    assertThat(reader.skimmer().skim(value, new SkimmedParties())).isTrue();
  }

  /** A transfer with one more record, in which everything is null. */
  private byte[] written(Schema more) {
    return written.by(
        Samples.ether("t1", Samples.RONIN_EXPLOITER, Samples.SOMEBODY),
        StrangeSchemas.transfer("more", more),
        field -> field.name().equals("more") ? new GenericData.Record(more) : null);
  }

  private static Schema nullable(Schema schema) {
    return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
  }

  /** Records one in another, each with many fields of the one below or null. */
  private static Schema levels(int count) {
    Schema level = record(0, List.of());
    for (int i = 1; i <= count; i++) {
      level = record(i, fields(WIDTH, nullable(level)));
    }
    return level;
  }

  private static List<Schema.Field> fields(int count, Schema type) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Schema.Field("f" + i, type, "One of many."))
        .toList();
  }

  private static Schema record(int level, List<Schema.Field> fields) {
    return Schema.createRecord("Level" + level, "A level.", "theirs", false, fields);
  }
}
