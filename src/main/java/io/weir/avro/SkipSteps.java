package io.weir.avro;

import io.weir.avro.Skim.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Steps over values of any Avro type. */
final class SkipSteps {
  /** Deeper schemas, and recursive ones, are left to Avro. */
  private static final int MAX_DEPTH = 16;

  private SkipSteps() {}

  /** The step over a value; empty when the schema is too deep, or recursive. */
  static Optional<Step> of(Schema schema) {
    return of(schema, MAX_DEPTH);
  }

  private static Optional<Step> of(Schema schema, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    return switch (schema.getType()) {
      case NULL -> Optional.of((cursor, found) -> {});
      case BOOLEAN -> Optional.of(bytes(1));
      case INT -> Optional.of((cursor, found) -> cursor.intNumber());
      case LONG -> Optional.of((cursor, found) -> cursor.number());
      case FLOAT -> Optional.of(bytes(Float.BYTES));
      case DOUBLE -> Optional.of(bytes(Double.BYTES));
      case STRING, BYTES -> Optional.of((cursor, found) -> cursor.skip(cursor.number()));
      case FIXED -> Optional.of(bytes(schema.getFixedSize()));
      case ENUM -> Optional.of(symbol(schema.getEnumSymbols().size()));
      case ARRAY -> of(schema.getElementType(), depth - 1).map(SkipSteps::blocks);
      case MAP -> of(schema.getValueType(), depth - 1).map(SkipSteps::entries);
      case UNION -> all(schema.getTypes(), depth).map(SkipSteps::union);
      case RECORD ->
          all(schema.getFields().stream().map(Schema.Field::schema).toList(), depth)
              .map(SkipSteps::sequence);
    };
  }

  static Step sequence(List<Step> steps) {
    Step[] each = steps.toArray(new Step[0]);
    return (cursor, found) -> {
      for (Step step : each) {
        step.pass(cursor, found);
      }
    };
  }

  static Step union(List<Step> branches) {
    Step[] each = branches.toArray(new Step[0]);
    return (cursor, found) -> {
      int branch = cursor.intNumber();
      if (branch < 0 || branch >= each.length) {
        cursor.fail();
      } else {
        each[branch].pass(cursor, found);
      }
    };
  }

  /** Items in blocks, up to an empty one. */
  static Step blocks(Step item) {
    return (cursor, found) -> {
      long count = cursor.number();
      while (count != 0) {
        if (count < 0) {
          // The block's size in bytes follows, for those that skip it whole.
          long size = cursor.number();
          long from = cursor.at();
          items(item, -count, cursor, found);
          // Avro may skip by the size or by the items: they must come to the same.
          if (cursor.at() - from != size) {
            cursor.fail();
          }
        } else {
          items(item, count, cursor, found);
        }
        count = cursor.hasFailed() ? 0 : cursor.number();
      }
    };
  }

  private static void items(Step item, long count, ByteCursor cursor, SkimmedParties found) {
    // An item of no bytes could claim any number of them.
    if (count < 0 || count > cursor.remaining()) {
      cursor.fail();
    }
    for (long left = count; left > 0 && !cursor.hasFailed(); left--) {
      item.pass(cursor, found);
    }
  }

  private static Step entries(Step value) {
    Step key = (cursor, found) -> cursor.skip(cursor.number());
    return blocks(sequence(List.of(key, value)));
  }

  private static Step bytes(int count) {
    return (cursor, found) -> cursor.skip(count);
  }

  private static Step symbol(int symbols) {
    return (cursor, found) -> {
      int symbol = cursor.intNumber();
      if (symbol < 0 || symbol >= symbols) {
        cursor.fail();
      }
    };
  }

  private static Optional<List<Step>> all(List<Schema> schemas, int depth) {
    List<Step> steps = new ArrayList<>();
    for (Schema schema : schemas) {
      Optional<Step> step = of(schema, depth - 1);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
    }
    return Optional.of(steps);
  }
}
