package io.weir.avro;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.avro.Schema;

/**
 * Schemas of a transfer in which Weir's own fields are as another version, or another writer, may
 * have them: some are missing, and their types have more, fewer or reordered fields and symbols.
 */
final class EvolvedSchemas {
  private static final Schema NULL = Schema.create(Schema.Type.NULL);
  private static final Schema TEXT = Schema.create(Schema.Type.STRING);
  private static final Schema BYTES = Schema.create(Schema.Type.BYTES);

  private static final Schema NULL_OR_TEXT = Schema.createUnion(NULL, TEXT);
  private static final Schema TEXT_OR_NULL = Schema.createUnion(TEXT, NULL);

  private final Random random;
  private final boolean loose;

  /** How many types have a name already. */
  private final int[] names = {0};

  private EvolvedSchemas(Random random, boolean loose) {
    this.random = random;
    this.loose = loose;
  }

  /** In the shapes of Weir's own schema. */
  static Schema transfer(Random random) {
    return new EvolvedSchemas(random, false).transfer();
  }

  /** In others, too, that Avro may or may not read as the same. */
  static Schema looseTransfer(Random random) {
    return new EvolvedSchemas(random, true).transfer();
  }

  /** Values of the fields that they have otherwise, or alone. */
  static Function<Schema.Field, Object> values(Random random) {
    Function<Schema.Field, Object> others = StrangeSchemas.values(random);
    return field ->
        switch (field.name()) {
          case "status", "initiator", "contract" -> any(field, random);
          case "address" -> field.schema().equals(TEXT) ? null : any(field, random);
          default -> others.apply(field);
        };
  }

  private static Object any(Schema.Field field, Random random) {
    Object value = StrangeSchemas.any(field.schema(), random);
    return value == null ? Written.NULL : value;
  }

  private Schema transfer() {
    Schema address = loose ? optionalText() : TEXT;
    Schema party = record(Party.getClassSchema(), List.of(field("address", address)), "amount");
    Schema parties = Schema.createArray(party);
    List<Schema.Field> contract =
        loose && random.nextBoolean() ? List.of() : List.of(field("contract", optionalText()));
    Schema asset = record(Asset.getClassSchema(), contract, "symbol");
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : StrangeSchemas.ours()) {
      // What has a default may be missing.
      if (!field.hasDefaultValue() || random.nextInt(4) > 0) {
        fields.add(
            switch (field.name()) {
              case "status" -> field("status", statuses());
              case "senders", "receivers" -> field(field.name(), parties);
              case "initiator" -> field("initiator", optionalText());
              case "asset" -> field("asset", asset);
              default -> field;
            });
      }
    }
    return StrangeSchemas.transfer(StrangeSchemas.amongOthers(fields, random, names));
  }

  private Schema statuses() {
    List<String> symbols = new ArrayList<>(List.of("ORPHANED", "SETTLED"));
    symbols.addAll(TransferStatus.getClassSchema().getEnumSymbols());
    Collections.shuffle(symbols, random);
    return Schema.createEnum(
        "TransferStatus",
        "Theirs.",
        "io.weir.avro",
        symbols.subList(0, 3 + random.nextInt(symbols.size() - 2)));
  }

  private Schema optionalText() {
    List<Schema> types = new ArrayList<>(List.of(TEXT, NULL_OR_TEXT, TEXT_OR_NULL));
    if (loose) {
      types.addAll(List.of(BYTES, NULL, Schema.createUnion(NULL, BYTES, TEXT)));
    }
    return types.get(random.nextInt(types.size()));
  }

  /** These fields among others, and half of the time one more of Weir's own. */
  private Schema record(Schema ours, List<Schema.Field> needed, String own) {
    List<Schema.Field> fields = new ArrayList<>(needed);
    if (random.nextBoolean()) {
      fields.add(field(own, ours.getField(own).schema()));
    }
    return Schema.createRecord(
        ours.getName(),
        "Theirs.",
        ours.getNamespace(),
        false,
        StrangeSchemas.amongOthers(fields, random, names));
  }

  private static Schema.Field field(String name, Schema type) {
    return new Schema.Field(name, type, "Theirs.");
  }
}
