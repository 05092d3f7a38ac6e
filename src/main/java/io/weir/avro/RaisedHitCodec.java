package io.weir.avro;

import io.weir.domain.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * Hits as screening's own store keeps them: Avro's single-object encoding, which carries the
 * schema's fingerprint and needs no registry.
 */
public final class RaisedHitCodec {
  private final BinaryMessageEncoder<io.weir.avro.Hit> encoder = io.weir.avro.Hit.getEncoder();
  private final BinaryMessageDecoder<io.weir.avro.Hit> decoder = io.weir.avro.Hit.getDecoder();

  public byte[] encode(Hit hit) {
    try {
      ByteBuffer encoded = encoder.encode(AlertCodec.toAvro(hit));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("Encoding to memory does not fail", e);
    }
  }

  /**
   * The hit of these bytes.
   *
   * @throws UncheckedIOException when the bytes are not a hit that this version wrote
   */
  public Hit decode(byte[] bytes) {
    try {
      return AlertCodec.toDomain(decoder.decode(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("The store of raised hits cannot be read", e);
    }
  }
}
