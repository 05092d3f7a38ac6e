package io.weir.avro;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.weir.domain.Parties;
import io.weir.domain.Transfer;
import io.weir.domain.Unscreenable;
import io.weir.domain.Unscreenable.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads transfers out of the bytes of the transfers topic: who takes part, and the whole. Bytes
 * that cannot be read give the reason, never an exception. Not safe for several threads.
 */
public final class TransferReader {
  private final WriterSchemas schemas;
  private final Map<Integer, Projection> projections = new HashMap<>();
  private final Map<Integer, DatumReader<io.weir.avro.Transfer>> wholes = new HashMap<>();

  public TransferReader(SchemaRegistryClient client) {
    this.schemas = new WriterSchemas(client);
  }

  /** One that finds the parties in records whose schema this reader has met; for any thread. */
  public PartySkimmer skimmer() {
    return new PartySkimmer(schemas);
  }

  /** What was read, or why it was not; exactly one of the two is there. */
  public record Result<T>(Optional<T> value, Optional<Unscreenable> problem) {
    static <T> Result<T> of(T value) {
      return new Result<>(Optional.of(value), Optional.empty());
    }

    /** The same of what can be told from the value; the same problem. */
    public <R> Result<R> map(Function<T, R> told) {
      return new Result<>(value.map(told), problem);
    }

    static <T> Result<T> failed(Reason reason, String detail) {
      return new Result<>(Optional.empty(), Optional.of(new Unscreenable(reason, detail)));
    }
  }

  /** One way to read the Avro part of a value. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(int id, Schema writer, byte[] value) throws IOException;
  }

  /**
   * Reads who takes part.
   *
   * @throws RegistryUnavailable when the registry gives no answer for the value's schema
   */
  public Result<Parties> parties(byte @Nullable [] value) {
    return read(
        value,
        (id, writer, bytes) ->
            projections
                .computeIfAbsent(id, unused -> new Projection(writer))
                .read(bytes, WireFormat.HEADER_BYTES));
  }

  /**
   * Who takes part in a transfer of which the whole has been read, or was to be.
   *
   * @param whole what {@link #whole} gave for the same value
   * @throws RegistryUnavailable when the registry gives no answer for the value's schema
   */
  public Result<Parties> parties(byte @Nullable [] value, Result<Transfer> whole) {
    boolean isDamaged = whole.problem().filter(TransferReader::mayLeaveParties).isPresent();
    return isDamaged ? parties(value) : whole.map(Parties::of);
  }

  /** Whether the fault may lie in what the parties are read without. */
  private static boolean mayLeaveParties(Unscreenable problem) {
    return problem.reason() == Reason.UNDECODABLE || problem.reason() == Reason.INCOMPATIBLE_SCHEMA;
  }

  /**
   * Reads the whole transfer.
   *
   * @throws RegistryUnavailable when the registry gives no answer for the value's schema
   */
  public Result<Transfer> whole(byte @Nullable [] value) {
    return read(
        value,
        (id, writer, bytes) ->
            TransferCodec.toDomain(
                wholes
                    .computeIfAbsent(id, unused -> wholly(writer))
                    .read(
                        null,
                        DecoderFactory.get()
                            .binaryDecoder(
                                bytes,
                                WireFormat.HEADER_BYTES,
                                bytes.length - WireFormat.HEADER_BYTES,
                                null))));
  }

  private static DatumReader<io.weir.avro.Transfer> wholly(Schema writer) {
    return new SpecificDatumReader<>(writer, io.weir.avro.Transfer.getClassSchema());
  }

  private <T> Result<T> read(byte @Nullable [] value, Reading<T> reading) {
    if (value == null) {
      return Result.failed(Reason.NO_VALUE, "The record has no value");
    }
    if (!WireFormat.begins(value)) {
      return Result.failed(
          Reason.NOT_WIRE_FORMAT,
          "The value does not begin with byte 0 and a schema id of four bytes");
    }
    int id = WireFormat.schemaId(value);
    Optional<Schema> writer = schemas.find(id);
    if (writer.isEmpty()) {
      return Result.failed(
          Reason.UNKNOWN_SCHEMA, "The schema registry knows no Avro schema of id " + id);
    }
    try {
      return Result.of(reading.read(id, writer.get(), value));
    } catch (AvroTypeException e) {
      return Result.failed(
          Reason.INCOMPATIBLE_SCHEMA,
          "Schema id " + id + " cannot be read as a Transfer: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      // Avro meets damaged bytes with exceptions of many types; none of them is ours.
      return Result.failed(
          Reason.UNDECODABLE, "The bytes do not decode under schema id " + id + ": " + e);
    } catch (StackOverflowError e) {
      // Avro follows values within values, as deep as the bytes say under a recursive schema.
      return Result.failed(
          Reason.UNDECODABLE, "The bytes under schema id " + id + " are nested too deep");
    }
  }
}
