package io.weir.avro;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.weir.domain.Transfer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Transfers as producers with a schema of their own write them. */
final class Written {
  /** A value that is null, and not that of Weir's own. */
  static final Object NULL = new Object();

  private static final int HEADER_BYTES = 1 + Integer.BYTES;

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final RegistrySerdes serdes = RegistrySerdes.over(registry);

  TransferReader reader() {
    return new TransferReader(registry);
  }

  /** In Weir's own schema. */
  byte[] by(Transfer transfer) {
    return serdes.transfer().serializer().serialize("transfers", transfer);
  }

  /**
   * In another schema.
   *
   * @param value of a field, in any record, that Weir's schema does not have, or has otherwise
   */
  byte[] by(Transfer transfer, Schema writer, Function<Schema.Field, Object> value) {
    return by(transfer, writer, value, false);
  }

  /**
   * In another schema.
   *
   * @param sized whether arrays and maps come in blocks that say their size in bytes
   */
  byte[] by(Transfer transfer, Schema writer, Function<Schema.Field, Object> value, boolean sized) {
    try {
      Object theirs = as(writer, generic(by(transfer)), value);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int id = registry.register("theirs-value", new AvroSchema(writer));
      bytes.write(0);
      bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
      BinaryEncoder encoder =
          sized
              ? EncoderFactory.get().blockingBinaryEncoder(bytes, null)
              : EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<Object>(writer).write(theirs, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RestClientException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same in their schema: of each record, what both have a field for, and what is given. */
  private static Object as(Schema theirs, Object value, Function<Schema.Field, Object> given) {
    if (value instanceof List<?> items) {
      return items.stream().map(item -> as(theirs.getElementType(), item, given)).toList();
    }
    if (!(value instanceof GenericRecord ours)) {
      return value;
    }
    GenericRecord record = new GenericData.Record(theirs);
    for (Schema.Field field : theirs.getFields()) {
      Object own = given.apply(field);
      boolean isOurs = own == null && ours.getSchema().getField(field.name()) != null;
      Object other = own == NULL ? null : own;
      record.put(field.pos(), isOurs ? as(field.schema(), ours.get(field.name()), given) : other);
    }
    return record;
  }

  private static GenericRecord generic(byte[] value) throws IOException {
    Schema schema = io.weir.avro.Transfer.getClassSchema();
    return new GenericDatumReader<GenericRecord>(schema)
        .read(
            null,
            DecoderFactory.get()
                .binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null));
  }
}
