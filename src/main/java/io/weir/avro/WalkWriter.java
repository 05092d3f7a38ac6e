package io.weir.avro;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.avro.Schema;

/** Writes the instructions of a {@link Walk}. */
final class WalkWriter {
  /** Deeper schemas, and recursive ones, are left to Avro. */
  private static final int MAX_DEPTH = 16;

  /**
   * Schemas to step over in one walk. A named type counts wherever it is used, so that a small
   * schema can come to billions, more than fit into memory: that one is left to Avro, too. Weir's
   * own comes to some thirty, and the code for so many to a quarter of a megabyte at the most.
   */
  private static final int MAX_SKIPPED = 10_000;

  private int[] code = new int[64];
  private int length;
  private int skipped;

  /** What was written until now. */
  Walk walk() {
    return new Walk(Arrays.copyOf(code, length));
  }

  void put(int... numbers) {
    while (length + numbers.length > code.length) {
      code = Arrays.copyOf(code, 2 * code.length);
    }
    System.arraycopy(numbers, 0, code, length, numbers.length);
    length += numbers.length;
  }

  /** Writes how to step over a value; false when its schema is too deep or large, or recursive. */
  boolean skip(Schema schema) {
    return skip(schema, MAX_DEPTH);
  }

  private boolean skip(Schema schema, int depth) {
    if (depth == 0 || skipped == MAX_SKIPPED) {
      return false;
    }
    skipped++;
    return switch (schema.getType()) {
      case NULL -> true;
      case BOOLEAN -> putting(Walk.FIXED, 1);
      case INT -> putting(Walk.INT);
      case LONG -> putting(Walk.LONG);
      case FLOAT -> putting(Walk.FIXED, Float.BYTES);
      case DOUBLE -> putting(Walk.FIXED, Double.BYTES);
      case STRING, BYTES -> putting(Walk.SIZED);
      case FIXED -> putting(Walk.FIXED, schema.getFixedSize());
      case ENUM -> putting(Walk.SYMBOL, schema.getEnumSymbols().size());
      case ARRAY -> blocks(() -> skip(schema.getElementType(), depth - 1));
      case MAP -> blocks(() -> putting(Walk.SIZED) && skip(schema.getValueType(), depth - 1));
      case UNION -> union(schema, branch -> skip(branch, depth - 1));
      case RECORD -> schema.getFields().stream().allMatch(field -> skip(field.schema(), depth - 1));
    };
  }

  private boolean putting(int... numbers) {
    put(numbers);
    return true;
  }

  /** Writes something about one branch of a union; false when it cannot. */
  @FunctionalInterface
  interface Branch {
    boolean write(Schema branch);
  }

  /** Writes how to go on with whichever branch there is; false when one cannot be written. */
  boolean union(Schema union, Branch writing) {
    List<Schema> branches = union.getTypes();
    put(Walk.UNION, branches.size());
    int targets = length;
    put(new int[branches.size()]);
    int[] jumps = new int[branches.size()];
    for (int i = 0; i < branches.size(); i++) {
      code[targets + i] = length;
      if (!writing.write(branches.get(i))) {
        return false;
      }
      put(Walk.JUMP, 0);
      jumps[i] = length - 1;
    }
    for (int i = 0; i < jumps.length; i++) {
      code[jumps[i]] = length;
      if (code[targets + i] == jumps[i] - 1) {
        // Nothing is in this branch but the jump.
        code[targets + i] = length;
      }
    }
    return true;
  }

  /** Writes how to go through the items of an array or a map; false when one cannot be written. */
  boolean blocks(BooleanSupplier item) {
    put(Walk.BLOCKS, 0);
    int end = length - 1;
    if (!item.getAsBoolean()) {
      return false;
    }
    code[end] = length;
    return true;
  }
}
