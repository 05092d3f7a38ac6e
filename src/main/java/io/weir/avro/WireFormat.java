package io.weir.avro;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** How Confluent's serializers begin a value: byte 0 and the schema's id, then the Avro bytes. */
final class WireFormat {
  /** Before the Avro bytes. */
  static final int HEADER_BYTES = 1 + Integer.BYTES;

  private static final byte MAGIC = 0;

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private WireFormat() {}

  static boolean begins(byte[] value) {
    return value.length >= HEADER_BYTES && value[0] == MAGIC;
  }

  /** Of a value that begins so. */
  static int schemaId(byte[] value) {
    return (int) BIG_ENDIAN.get(value, 1);
  }
}
