package io.weir.avro;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.weir.domain.Transfer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
   * @param value of a field that Weir's schema does not have, or has otherwise
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
      GenericRecord ours = generic(by(transfer));
      GenericRecord theirs = new GenericData.Record(writer);
      for (Schema.Field field : writer.getFields()) {
        Object given = value.apply(field);
        boolean isOurs = given == null && ours.getSchema().getField(field.name()) != null;
        theirs.put(field.pos(), isOurs ? ours.get(field.name()) : given);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int id = registry.register("theirs-value", new AvroSchema(writer));
      bytes.write(0);
      bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
      BinaryEncoder encoder =
          sized
              ? EncoderFactory.get().blockingBinaryEncoder(bytes, null)
              : EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<GenericRecord>(writer).write(theirs, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RestClientException e) {
      throw new IllegalStateException(e);
    }
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
