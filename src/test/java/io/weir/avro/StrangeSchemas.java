package io.weir.avro;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.util.RandomData;

/** Schemas of a transfer with fields that Weir does not know, of any type, in any order. */
final class StrangeSchemas {
  private static final String OTHER = "other";
  private static final int MAX_DEPTH = 3;

  private StrangeSchemas() {}

  /** With one more field, in front of Weir's own. */
  static Schema transfer(String name, Schema type) {
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(new Schema.Field(name, type, "Of theirs."));
    fields.addAll(ours());
    return transfer(fields);
  }

  static Schema transfer(Random random) {
    return transfer(amongOthers(ours(), random, new int[1]));
  }

  /**
   * These fields among others, in any order.
   *
   * @param names how many types have a name already
   */
  static List<Schema.Field> amongOthers(List<Schema.Field> own, Random random, int[] names) {
    List<Schema.Field> fields = new ArrayList<>(own);
    int others = random.nextInt(4);
    for (int i = 0; i < others; i++) {
      fields.add(new Schema.Field(OTHER + i, any(random, MAX_DEPTH, names), "Of theirs."));
    }
    Collections.shuffle(fields, random);
    return fields;
  }

  static List<Schema.Field> ours() {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : io.weir.avro.Transfer.getClassSchema().getFields()) {
      fields.add(new Schema.Field(field, field.schema()));
    }
    return fields;
  }

  static Schema transfer(List<Schema.Field> fields) {
    return Schema.createRecord("Transfer", "Theirs.", "io.weir.avro", false, fields);
  }

  /** Values of the fields that are theirs alone. */
  static Function<Schema.Field, Object> values(Random random) {
    return field -> field.name().startsWith(OTHER) ? any(field.schema(), random) : null;
  }

  static Object any(Schema schema, Random random) {
    return new RandomData(schema, 1, random.nextLong()).iterator().next();
  }

  private static Schema any(Random random, int depth, int[] names) {
    int kinds = depth == 0 ? 9 : 13;
    return switch (random.nextInt(kinds)) {
      case 0 -> Schema.create(Schema.Type.BOOLEAN);
      case 1 -> Schema.create(Schema.Type.INT);
      case 2 -> Schema.create(Schema.Type.LONG);
      case 3 -> Schema.create(Schema.Type.FLOAT);
      case 4 -> Schema.create(Schema.Type.DOUBLE);
      case 5 -> Schema.create(Schema.Type.BYTES);
      case 6 -> Schema.create(Schema.Type.STRING);
      case 7 -> Schema.createFixed(name(names), "Some bytes.", "theirs", 1 + random.nextInt(20));
      case 8 -> Schema.createEnum(name(names), "A word.", "theirs", List.of("A", "B", "C"));
      case 9 -> Schema.createArray(any(random, depth - 1, names));
      case 10 -> Schema.createMap(any(random, depth - 1, names));
      case 11 -> Schema.createUnion(Schema.create(Schema.Type.NULL), named(random, depth, names));
      default -> named(random, depth, names);
    };
  }

  private static Schema named(Random random, int depth, int[] names) {
    // None without a field: an array of values without a byte is left to Avro.
    List<Schema.Field> fields =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(i -> new Schema.Field("f" + i, any(random, depth - 1, names), "Inside."))
            .toList();
    return Schema.createRecord(name(names), "A record.", "theirs", false, fields);
  }

  private static String name(int[] names) {
    names[0]++;
    return "Named" + names[0];
  }
}
