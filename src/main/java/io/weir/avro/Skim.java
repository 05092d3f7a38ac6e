package io.weir.avro;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Finds the parties of a transfer in its Avro bytes without making an object: a walk compiled from
 * the writer's schema.
 *
 * <p>It knows the shapes that Weir's own schema has had, in any order and among any other fields;
 * for others there is none, and {@link Projection} reads the record. It may fail on a record, and
 * never errs.
 */
final class Skim {
  private final WalkWriter code = new WalkWriter();

  private Skim() {}

  /** The walk for a writer's schema; empty when it has a shape that is not known here. */
  static Optional<Walk> of(Schema writer) {
    Schema reader = Transfer.getClassSchema();
    boolean named =
        writer.getType() == Schema.Type.RECORD
            && writer.getFullName().equals(reader.getFullName())
            && writer.getField("transfer_id") != null
            && writer.getField("chain") != null
            && writer.getField("asset") != null;
    Skim skim = new Skim();
    return named && writer.getFields().stream().allMatch(skim::field)
        ? Optional.of(skim.code.walk())
        : Optional.empty();
  }

  /* All of these: false when the shape is not known. */

  private boolean field(Schema.Field field) {
    Schema schema = field.schema();
    return switch (field.name()) {
      case "transfer_id" -> text(schema, Walk.TRANSFER_ID);
      case "chain" -> text(schema, Walk.CHAIN);
      case "status" -> status(schema);
      case "senders", "receivers" -> parties(schema);
      case "initiator" -> optionalText(schema, Walk.PARTY);
      case "asset" -> record(schema, "Asset", "contract", Walk.CONTRACT);
      default -> code.skip(schema);
    };
  }

  private boolean text(Schema schema, int note) {
    if (schema.getType() != Schema.Type.STRING) {
      return false;
    }
    code.put(note);
    return true;
  }

  /** A text, or null or a text. */
  private boolean optionalText(Schema schema, int note) {
    return schema.getType() == Schema.Type.UNION
        ? code.union(schema, branch -> branch.getType() == Schema.Type.NULL || text(branch, note))
        : text(schema, note);
  }

  private boolean status(Schema schema) {
    String expected = TransferStatus.getClassSchema().getFullName();
    if (schema.getType() != Schema.Type.ENUM || !schema.getFullName().equals(expected)) {
      return false;
    }
    code.put(
        Walk.STATUS,
        schema.getEnumSymbols().size(),
        schema.getEnumSymbols().indexOf(TransferStatus.DROPPED.name()));
    return true;
  }

  private boolean parties(Schema schema) {
    if (schema.getType() != Schema.Type.ARRAY) {
      return false;
    }
    Schema party = schema.getElementType();
    return code.blocks(
        () ->
            record(party, "Party", "address", Walk.PARTY)
                && party.getField("address").schema().getType() == Schema.Type.STRING);
  }

  /** A record of this name that must have a text of that name. */
  private boolean record(Schema schema, String name, String text, int note) {
    return schema.getType() == Schema.Type.RECORD
        && schema.getFullName().equals(Transfer.class.getPackageName() + "." + name)
        && schema.getField(text) != null
        && schema.getFields().stream()
            .allMatch(
                field ->
                    field.name().equals(text)
                        ? optionalText(field.schema(), note)
                        : code.skip(field.schema()));
  }
}
