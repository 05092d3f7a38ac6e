package io.weir.avro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Finds the parties of a transfer in its Avro bytes without making an object: a walk compiled from
 * the writer's schema that notes where they stand and steps over the rest.
 *
 * <p>It knows the shapes that Weir's own schema has had, in any order and among any other fields;
 * for others there is none, and {@link Projection} reads the record. It may fail on a record, and
 * never errs.
 */
final class Skim {
  /** One step of the walk; on what it cannot pass it makes the cursor fail. */
  @FunctionalInterface
  interface Step {
    void pass(ByteCursor cursor, SkimmedParties found);
  }

  /** Notes where a text stands. */
  @FunctionalInterface
  private interface Note {
    void take(SkimmedParties found, int from, int to);
  }

  private final Step[] steps;

  private Skim(List<Step> steps) {
    this.steps = steps.toArray(new Step[0]);
  }

  /** The walk for a writer's schema; empty when it has a shape that is not known here. */
  static Optional<Skim> of(Schema writer) {
    Schema reader = Transfer.getClassSchema();
    boolean named =
        writer.getType() == Schema.Type.RECORD
            && writer.getFullName().equals(reader.getFullName())
            && writer.getField("transfer_id") != null
            && writer.getField("chain") != null
            && writer.getField("asset") != null;
    if (!named) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (Schema.Field field : writer.getFields()) {
      Optional<Step> step = step(field);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    return Optional.of(new Skim(steps));
  }

  /** Walks; false when the record is not what the schema says. */
  boolean read(ByteCursor cursor, SkimmedParties found) {
    for (Step step : steps) {
      step.pass(cursor, found);
    }
    return !cursor.hasFailed();
  }

  private static Optional<Step> step(Schema.Field field) {
    Schema schema = field.schema();
    return switch (field.name()) {
      case "transfer_id" -> text(schema, SkimmedParties::transferId);
      case "chain" -> text(schema, SkimmedParties::chain);
      case "status" -> status(schema);
      case "senders", "receivers" -> parties(schema);
      case "initiator" -> optionalText(schema, SkimmedParties::party);
      case "asset" ->
          record(schema, "Asset", "contract", SkimmedParties::contract).map(Skim::sequence);
      default -> SkipSteps.of(schema);
    };
  }

  private static Optional<Step> text(Schema schema, Note note) {
    if (schema.getType() != Schema.Type.STRING) {
      return Optional.empty();
    }
    return Optional.of(
        (cursor, found) -> {
          long length = cursor.number();
          int from = cursor.at();
          cursor.skip(length);
          note.take(found, from, cursor.at());
        });
  }

  /** A text, or null or a text. */
  private static Optional<Step> optionalText(Schema schema, Note note) {
    if (schema.getType() != Schema.Type.UNION) {
      return text(schema, note);
    }
    List<Step> branches = new ArrayList<>();
    for (Schema branch : schema.getTypes()) {
      Optional<Step> step =
          branch.getType() == Schema.Type.NULL ? SkipSteps.of(branch) : text(branch, note);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      branches.add(step.get());
    }
    return Optional.of(SkipSteps.union(branches));
  }

  private static Optional<Step> status(Schema schema) {
    String expected = TransferStatus.getClassSchema().getFullName();
    if (schema.getType() != Schema.Type.ENUM || !schema.getFullName().equals(expected)) {
      return Optional.empty();
    }
    int symbols = schema.getEnumSymbols().size();
    int dropped = schema.getEnumSymbols().indexOf(TransferStatus.DROPPED.name());
    return Optional.of(
        (cursor, found) -> {
          int symbol = cursor.intNumber();
          if (symbol < 0 || symbol >= symbols) {
            cursor.fail();
          } else if (symbol == dropped) {
            found.dropped();
          }
        });
  }

  private static Optional<Step> parties(Schema schema) {
    if (schema.getType() != Schema.Type.ARRAY) {
      return Optional.empty();
    }
    Schema party = schema.getElementType();
    return record(party, "Party", "address", SkimmedParties::party)
        .filter(steps -> party.getField("address").schema().getType() == Schema.Type.STRING)
        .map(steps -> SkipSteps.blocks(sequence(steps)));
  }

  /** The steps through a record of this name that must have a text of that name. */
  private static Optional<List<Step>> record(Schema schema, String name, String text, Note note) {
    if (schema.getType() != Schema.Type.RECORD
        || !schema.getFullName().equals(Transfer.class.getPackageName() + "." + name)) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      Optional<Step> step =
          field.name().equals(text)
              ? optionalText(field.schema(), note)
              : SkipSteps.of(field.schema());
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    return schema.getField(text) == null ? Optional.empty() : Optional.of(steps);
  }

  private static Step sequence(List<Step> steps) {
    return SkipSteps.sequence(steps);
  }
}
