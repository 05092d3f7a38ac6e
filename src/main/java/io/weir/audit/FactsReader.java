package io.weir.audit;

import com.google.common.util.concurrent.UncheckedExecutionException;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.address.Chain;
import io.weir.address.Chains;
import io.weir.audit.Facts.Leg;
import io.weir.avro.RegistrySerdes;
import io.weir.domain.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads transfers with Avro's generic reader, and judges which of them can be screened. */
final class FactsReader {
  private static final int HEADER_BYTES = 5;
  private static final int MAX_ID = 1024;

  /** Confluent's codes for a schema id that nobody registered: 404xx. */
  private static final int UNKNOWN_CODES = 404;

  private static final int CODES = 100;

  /** The fields of schemas/Transfer.avsc that screening depends on. */
  private static final Schema SCREENED =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Transfer", "namespace": "io.weir.avro", "fields": [
                {"name": "transfer_id", "type": "string"},
                {"name": "chain", "type": "string"},
                {"name": "status", "default": "CONFIRMED", "type": {
                  "type": "enum", "name": "TransferStatus", "default": "CONFIRMED",
                  "symbols": ["CONFIRMED", "PENDING", "DROPPED"]}},
                {"name": "senders", "default": [], "type": {"type": "array", "items": {
                  "type": "record", "name": "Party", "fields": [
                    {"name": "address", "type": "string"}]}}},
                {"name": "receivers", "default": [], "type": {"type": "array", "items": "Party"}},
                {"name": "initiator", "type": ["null", "string"], "default": null},
                {"name": "asset", "type": {"type": "record", "name": "Asset", "fields": [
                  {"name": "contract", "type": ["null", "string"], "default": null}]}}
              ]}""");

  private final SchemaRegistryClient registry;
  private final Chains chains;
  private final Deserializer<Transfer> whole;
  private final Map<Integer, Optional<GenericDatumReader<GenericRecord>>> readers = new HashMap<>();

  FactsReader(RegistrySerdes serdes, Chains chains) {
    this.registry = serdes.client();
    this.whole = serdes.transfer().deserializer();
    this.chains = chains;
  }

  /** The transfer with every field, as alerts carry it; empty when it cannot be read in full. */
  Optional<Transfer> whole(byte[] value) {
    try {
      return Optional.of(whole.deserialize("", value));
    } catch (SerializationException
        | ArithmeticException
        | IllegalArgumentException
        | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a value of the transfers topic, which may be anything.
   *
   * @throws AuditImpossible when the registry does not answer
   */
  Facts read(byte @Nullable [] value) {
    if (value == null) {
      return Facts.unreadable("NO_VALUE");
    }
    if (value.length < HEADER_BYTES || value[0] != 0) {
      return Facts.unreadable("NOT_WIRE_FORMAT");
    }
    // A reader is made once a schema: to make it is much dearer than to read with it.
    Optional<GenericDatumReader<GenericRecord>> reader =
        readers.computeIfAbsent(
            ByteBuffer.wrap(value, 1, Integer.BYTES).getInt(),
            id -> writer(id).map(writer -> new GenericDatumReader<>(writer, SCREENED)));
    if (reader.isEmpty()) {
      return Facts.unreadable("UNKNOWN_SCHEMA");
    }
    GenericRecord transfer;
    try {
      transfer = decode(reader.get(), value);
    } catch (AvroTypeException e) {
      return Facts.unreadable("INCOMPATIBLE_SCHEMA");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Avro meets damaged bytes with exceptions of many types, and follows values within values.
      return Facts.unreadable("UNDECODABLE");
    }
    return facts(transfer);
  }

  private static GenericRecord decode(GenericDatumReader<GenericRecord> reader, byte[] value)
      throws IOException {
    return reader.read(
        null,
        DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null));
  }

  private Optional<Schema> writer(int id) {
    try {
      ParsedSchema schema = registry.getSchemaById(id);
      return schema instanceof AvroSchema avro ? Optional.of(avro.rawSchema()) : Optional.empty();
    } catch (UncheckedExecutionException e) {
      // A schema of another language: Confluent's client has no parser for it.
      return Optional.empty();
    } catch (RestClientException e) {
      if (e.getErrorCode() / CODES == UNKNOWN_CODES) {
        return Optional.empty();
      }
      throw new AuditImpossible("The schema registry refused: " + e.getMessage(), e);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).startsWith("Invalid schema")) {
        return Optional.empty();
      }
      throw new AuditImpossible("The schema registry does not answer: " + e.getMessage(), e);
    }
  }

  private Facts facts(GenericRecord transfer) {
    String id = transfer.get("transfer_id").toString();
    boolean dropped = transfer.get("status").toString().equals("DROPPED");
    if (id.isEmpty() || id.length() > MAX_ID) {
      return new Facts(id, dropped, List.of(), "BAD_TRANSFER_ID");
    }
    Optional<Chain> chain = chains.find(transfer.get("chain").toString());
    if (chain.isEmpty()) {
      return new Facts(id, dropped, List.of(), "UNKNOWN_CHAIN");
    }
    List<Leg> legs = new ArrayList<>();
    List<Object> parties = new ArrayList<>();
    int bad = addAll(legs, parties, "SENDER", transfer.get("senders"), chain.get());
    bad += addAll(legs, parties, "RECEIVER", transfer.get("receivers"), chain.get());
    Object initiator = transfer.get("initiator");
    if (initiator != null) {
      bad += add(legs, parties, "INITIATOR", initiator, chain.get());
    }
    addAsset(legs, ((GenericRecord) transfer.get("asset")).get("contract"), chain.get());
    String reason = parties.isEmpty() ? "NO_PARTY" : bad > 0 ? "BAD_ADDRESS" : "";
    return new Facts(id, dropped, legs, reason);
  }

  private static int addAll(
      List<Leg> legs, List<Object> parties, String role, Object records, Chain chain) {
    int bad = 0;
    for (Object party : (List<?>) records) {
      bad += add(legs, parties, role, ((GenericRecord) party).get("address"), chain);
    }
    return bad;
  }

  /** How many of it are no address. */
  private static int add(
      List<Leg> legs, List<Object> parties, String role, Object text, Chain chain) {
    parties.add(text);
    if (Addresses.read(chain, text.toString()) instanceof Address address) {
      legs.add(new Leg(role, address));
      return 0;
    }
    return 1;
  }

  /** What is no address is compared as text: not every asset has a contract. */
  private static void addAsset(List<Leg> legs, @Nullable Object contract, Chain chain) {
    if (contract == null) {
      return;
    }
    String text = contract.toString().strip();
    if (Addresses.read(chain, contract.toString()) instanceof Address address) {
      legs.add(new Leg("ASSET_CONTRACT", address));
    } else if (!text.isEmpty()) {
      legs.add(
          new Leg(
              "ASSET_CONTRACT",
              new Address(text, AddressKey.text(text), "text", Optional.empty())));
    }
  }
}
