package io.weir.avro;

/** Enum constants that carry the same name on both sides; a test holds the two sets together. */
final class Enums {
  private Enums() {}

  static <T extends Enum<T>> T as(Class<T> type, Enum<?> constant) {
    return Enum.valueOf(type, constant.name());
  }
}
