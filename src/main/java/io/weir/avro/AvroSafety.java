package io.weir.avro;

import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * What Avro may do with bytes that strangers wrote: build our own records and no other class, and
 * allocate no more than a record can hold.
 */
public final class AvroSafety {

  /** Far above any record that Kafka carries here, far below what would exhaust the heap. */
  private static final String MAX_LENGTH = Integer.toString(64 * 1024 * 1024);

  private static final String MAX_ITEMS = Integer.toString(4 * 1024 * 1024);

  private static final String PACKAGE = AvroSafety.class.getPackageName();

  private AvroSafety() {}

  /** Sets the limits for this process; to be called before the first record is read. */
  public static void apply() {
    System.setProperty(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, MAX_LENGTH);
    System.setProperty(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, MAX_LENGTH);
    System.setProperty(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MAX_ITEMS);
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT_TRUSTED_CLASSES,
            type -> type.getPackageName().equals(PACKAGE)));
  }
}
