package io.weir.publish;

import java.time.DateTimeException;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** The values of one topic, read from bytes that may be anything. */
record Values<T>(String topic, Deserializer<T> deserializer) {

  /**
   * The value; empty when the bytes are none.
   *
   * @throws io.weir.avro.RegistryUnavailable when the registry does not answer
   */
  Optional<T> read(byte[] bytes) {
    try {
      return Optional.of(deserializer.deserialize(topic, bytes));
    } catch (SerializationException
        | IllegalArgumentException
        | ClassCastException
        | DateTimeException e) {
      return Optional.empty();
    }
  }
}
