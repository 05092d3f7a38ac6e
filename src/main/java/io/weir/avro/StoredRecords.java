package io.weir.avro;

import io.weir.domain.KnownAddress;
import io.weir.domain.ListingChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * Values as Weir's own stores keep them: Avro's single-object encoding, which carries the schema's
 * fingerprint and needs no registry.
 *
 * @param <D> the domain's type
 */
public final class StoredRecords<D> {
  private final Function<D, ByteBuffer> encode;
  private final Function<byte[], D> decode;

  private StoredRecords(Function<D, ByteBuffer> encode, Function<byte[], D> decode) {
    this.encode = encode;
    this.decode = decode;
  }

  /** What look-back knows of an address. */
  public static StoredRecords<KnownAddress> knownAddresses() {
    return of(
        io.weir.avro.KnownAddress.getEncoder(),
        io.weir.avro.KnownAddress.getDecoder(),
        KnownAddressCodec::toAvro,
        KnownAddressCodec::toDomain);
  }

  /** Changes whose scan is still to come. */
  public static StoredRecords<ListingChange> listingChanges() {
    return of(
        io.weir.avro.ListingChange.getEncoder(),
        io.weir.avro.ListingChange.getDecoder(),
        ChangeCodec::toAvro,
        ChangeCodec::toDomain);
  }

  private static <D, A> StoredRecords<D> of(
      BinaryMessageEncoder<A> encoder,
      BinaryMessageDecoder<A> decoder,
      Function<D, A> toAvro,
      Function<A, D> toDomain) {
    return new StoredRecords<>(
        value -> {
          try {
            return encoder.encode(toAvro.apply(value));
          } catch (IOException e) {
            throw new UncheckedIOException("Encoding to memory does not fail", e);
          }
        },
        bytes -> {
          try {
            return toDomain.apply(decoder.decode(bytes));
          } catch (IOException e) {
            throw new UncheckedIOException("The store holds what this version did not write", e);
          }
        });
  }

  public byte[] encode(D value) {
    ByteBuffer encoded = encode.apply(value);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  /**
   * The value of these bytes.
   *
   * @throws UncheckedIOException when this version did not write them
   */
  public D decode(byte[] bytes) {
    return decode.apply(bytes);
  }
}
