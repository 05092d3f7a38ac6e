package io.weir.avro;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.weir.domain.Parties;
import io.weir.domain.Transfer;
import io.weir.domain.Unscreenable;
import io.weir.domain.Unscreenable.Reason;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads transfers out of the bytes of the transfers topic: of every record who takes part, of the
 * few that hit the whole. Bytes that cannot be read give the reason, never an exception. Not safe
 * for several threads.
 */
public final class TransferReader {
  private static final byte MAGIC = 0;

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /** The magic byte and the schema id. */
  private static final int HEADER_BYTES = 1 + Integer.BYTES;

  /** Avro's limits on texts and collections are far above what fits in here. */
  private static final int MAX_SKIMMED_BYTES = 1 << 20;

  private final WriterSchemas schemas;
  private final Map<Integer, Schema> writers = new HashMap<>();
  private final Map<Integer, Projection> projections = new HashMap<>();
  private final Map<Integer, DatumReader<io.weir.avro.Transfer>> wholes = new HashMap<>();
  private final Map<Integer, Optional<Walk>> walks = new HashMap<>();

  /** The walk for the schema that came last; most topics have one. */
  private Optional<Walk> walk = Optional.empty();

  private int walkId = -1;

  public TransferReader(SchemaRegistryClient client) {
    this.schemas = new WriterSchemas(client);
  }

  /** What was read, or why it was not; exactly one of the two is there. */
  public record Result<T>(Optional<T> value, Optional<Unscreenable> problem) {
    static <T> Result<T> of(T value) {
      return new Result<>(Optional.of(value), Optional.empty());
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
                .read(bytes, HEADER_BYTES));
  }

  /**
   * Finds who takes part without making an object. Where it does, {@link #parties} reads the same;
   * where it does not, that must be asked.
   *
   * @param found is filled anew
   * @return false when the value cannot be read in this way, or not yet
   */
  public boolean skim(byte @Nullable [] value, SkimmedParties found) {
    if (value == null
        || value.length < HEADER_BYTES
        || value.length > MAX_SKIMMED_BYTES
        || value[0] != MAGIC) {
      return false;
    }
    int id = (int) BIG_ENDIAN.get(value, 1);
    if (id != walkId && !learn(id)) {
      return false;
    }
    if (walk.isEmpty()) {
      return false;
    }
    found.begin(value);
    return walk.get().through(value, HEADER_BYTES, found);
  }

  /** Only a schema that is known already: to ask for one is for those who can wait. */
  private boolean learn(int id) {
    Schema writer = writers.get(id);
    if (writer == null) {
      return false;
    }
    walkId = id;
    walk = walks.computeIfAbsent(id, unused -> Skim.of(writer));
    return true;
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
                                bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null))));
  }

  private static DatumReader<io.weir.avro.Transfer> wholly(Schema writer) {
    return new SpecificDatumReader<>(writer, io.weir.avro.Transfer.getClassSchema());
  }

  private <T> Result<T> read(byte @Nullable [] value, Reading<T> reading) {
    if (value == null) {
      return Result.failed(Reason.NO_VALUE, "The record has no value");
    }
    if (value.length < HEADER_BYTES || value[0] != MAGIC) {
      return Result.failed(
          Reason.NOT_WIRE_FORMAT,
          "The value does not begin with byte 0 and a schema id of four bytes");
    }
    int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    Optional<Schema> writer = writer(id);
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
    }
  }

  private Optional<Schema> writer(int id) {
    Schema known = writers.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Schema> found = schemas.find(id);
    found.ifPresent(schema -> writers.put(id, schema));
    return found;
  }
}
