package io.weir.avro;

import io.weir.domain.Parties;
import io.weir.domain.Parties.NamedAddress;
import io.weir.domain.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parties of a transfer out of its Avro bytes and skips the rest.
 *
 * <p>It follows the writer's schema through Avro's own resolution, so it reads whatever a Transfer
 * can be read from. Not safe for several threads.
 */
final class Projection {
  private static final Schema PARTY =
      SchemaBuilder.record("Party")
          .namespace("io.weir.avro")
          .fields()
          .requiredString("address")
          .endRecord();

  private static final String DROPPED = TransferStatus.DROPPED.name();

  private static final Schema PARTIES =
      SchemaBuilder.record("Transfer")
          .namespace("io.weir.avro")
          .fields()
          .requiredString("transfer_id")
          .requiredString("chain")
          .name("status")
          .type(Transfer.getClassSchema().getField("status").schema())
          .withDefault("CONFIRMED")
          .name("senders")
          .type()
          .array()
          .items(PARTY)
          .arrayDefault(List.of())
          .name("receivers")
          .type()
          .array()
          .items(PARTY)
          .arrayDefault(List.of())
          .optionalString("initiator")
          .name("asset")
          .type(
              SchemaBuilder.record("Asset")
                  .namespace("io.weir.avro")
                  .fields()
                  .optionalString("contract")
                  .endRecord())
          .noDefault()
          .endRecord();

  private final GenericDatumReader<GenericRecord> reader;
  private @Nullable GenericRecord reused;
  private @Nullable BinaryDecoder decoder;

  /**
   * @throws org.apache.avro.AvroTypeException while reading, when the writer's schema is no
   *     Transfer
   */
  Projection(Schema writer) {
    this.reader = new GenericDatumReader<>(writer, PARTIES);
  }

  Parties read(byte[] bytes, int offset) throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, decoder);
    GenericRecord record = reader.read(reused, decoder);
    reused = record;
    List<NamedAddress> named = new ArrayList<>(3);
    addAll(named, Role.SENDER, record.get("senders"));
    addAll(named, Role.RECEIVER, record.get("receivers"));
    add(named, Role.INITIATOR, record.get("initiator"));
    add(named, Role.ASSET_CONTRACT, ((GenericRecord) record.get("asset")).get("contract"));
    return new Parties(
        record.get("transfer_id").toString(),
        record.get("chain").toString(),
        record.get("status").toString().equals(DROPPED),
        named);
  }

  private static void addAll(List<NamedAddress> named, Role role, Object parties) {
    for (Object party : (List<?>) parties) {
      add(named, role, ((GenericRecord) party).get("address"));
    }
  }

  private static void add(List<NamedAddress> named, Role role, @Nullable Object address) {
    if (address != null) {
      named.add(new NamedAddress(role, address.toString()));
    }
  }
}
