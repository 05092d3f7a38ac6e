package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.weir.avro.AvroSafety;
import io.weir.avro.RegistrySerdes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that a published version wrote must say today what they said then. */
class PublishedBytesContractTest {

  static Stream<Arguments> published() {
    return Stream.of(
        published("Transfer", 1, RegistrySerdes::transfer, Published.transfer()),
        published(
            "SanctionedAddress",
            1,
            RegistrySerdes::sanctionedAddress,
            Published.sanctionedAddress()),
        published("Alert", 1, RegistrySerdes::alert, Published.alert()),
        published("ListManifest", 1, RegistrySerdes::listManifest, Published.listManifest()),
        published(
            "SanctionedAddress",
            2,
            RegistrySerdes::sanctionedAddress,
            PublishedSecond.sanctionedAddress()),
        published("Alert", 2, RegistrySerdes::alert, PublishedSecond.alert()),
        published("ListManifest", 2, RegistrySerdes::listManifest, PublishedSecond.listManifest()),
        published("ListEvent", 2, RegistrySerdes::listEvent, PublishedSecond.listEvent()));
  }

  private static Arguments published(
      String record, int version, Function<RegistrySerdes, Serde<?>> serde, Object value) {
    return arguments(record, version, serde, value);
  }

  @ParameterizedTest
  @MethodSource("published")
  void shouldReadWhatThatVersionWrote(
      String record, int version, Function<RegistrySerdes, Serde<?>> serde, Object value)
      throws Exception {
    AvroSafety.apply();
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    int id = registry.register("any-value", new AvroSchema(SchemaFiles.archived(record, version)));

    Object read =
        serde
            .apply(RegistrySerdes.over(registry))
            .deserializer()
            .deserialize("any", wireFormat(id, bytes(record + "-v" + version + ".bin")));

    assertThat(read).isEqualTo(value);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream file =
        PublishedBytesContractTest.class.getResourceAsStream("/golden/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  private static byte[] wireFormat(int id, byte[] avro) {
    return ByteBuffer.allocate(1 + Integer.BYTES + avro.length)
        .put((byte) 0)
        .putInt(id)
        .put(avro)
        .array();
  }
}
