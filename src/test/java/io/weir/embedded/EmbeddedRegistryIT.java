package io.weir.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {
  private static final String SUBJECT = "sightings-value";
  private static final AvroSchema V1 = sighting("");
  private static final AvroSchema V2 =
      sighting(", {\"name\": \"note\", \"type\": \"string\", \"default\": \"\"}");
  private static final AvroSchema BREAKING =
      sighting(", {\"name\": \"must\", \"type\": \"string\"}");

  @TempDir Path folder;
  private EmbeddedRegistry registry;
  private SchemaRegistryClient client;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(folder);
    client = newClient();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    registry.close();
  }

  @Test
  void shouldServeConfluentsSerializerAndDeserializer() {
    Map<String, Object> config = Map.of("schema.registry.url", registry.url());
    GenericRecord sent = new GenericRecordBuilder(V1.rawSchema()).set("address", "1abc").build();
    try (KafkaAvroSerializer serializer = new KafkaAvroSerializer();
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      serializer.configure(config, false);
      deserializer.configure(config, false);

      byte[] bytes = serializer.serialize("sightings", sent);

      assertThat(deserializer.deserialize("sightings", bytes)).isEqualTo(sent);
    }
  }

  @Test
  void shouldGiveOneIdToOneSchemaAndANewOneToTheNext() throws Exception {
    int first = client.register(SUBJECT, V1);

    assertThat(newClient().register(SUBJECT, V1)).isEqualTo(first);
    assertThat(client.register("other-value", V1)).isEqualTo(first);
    assertThat(client.register(SUBJECT, V2)).isEqualTo(first + 1);
    assertThat(client.getAllVersions(SUBJECT)).containsExactly(1, 2);
    assertThat(client.getAllSubjects()).containsExactly("other-value", SUBJECT);
    assertThat(client.getAllSubjectsById(first)).containsExactly("other-value", SUBJECT);
    assertThat(client.getAllVersionsById(first + 1))
        .containsExactly(new SubjectVersion(SUBJECT, 2));
    assertThat(newClient().getId(SUBJECT, V2)).isEqualTo(first + 1);
    assertThat(newClient().getVersion(SUBJECT, V2)).isEqualTo(2);
  }

  @Test
  void shouldShowAVersionAsConfluentsClientExpectsIt() throws Exception {
    int id = client.register(SUBJECT, V1);

    SchemaMetadata latest = client.getLatestSchemaMetadata(SUBJECT);

    assertThat(latest.getId()).isEqualTo(id);
    assertThat(latest.getVersion()).isEqualTo(1);
    assertThat(latest.getSchemaType()).isEqualTo("AVRO");
    assertThat(new AvroSchema(latest.getSchema())).isEqualTo(V1);
  }

  @Test
  void shouldTellWhatIsMissingByConfluentsCodes() throws Exception {
    refused(() -> client.getSchemaById(77), 404, 40403);
    refused(() -> client.getLatestSchemaMetadata("nobody-value"), 404, 40401);
    refused(() -> client.getAllVersions("nobody-value"), 404, 40401);
    client.register(SUBJECT, V1);
    refused(() -> client.getSchemaMetadata(SUBJECT, 9), 404, 40402);
    refused(() -> client.getId(SUBJECT, V2), 404, 40403);
    refused(() -> client.getConfig(SUBJECT), 404, 40408);

    HttpResponse<String> noVersion = send("GET", "/subjects/" + SUBJECT + "/versions/zero", "");
    assertThat(noVersion.statusCode()).isEqualTo(422);
    assertThat(noVersion.body()).contains("\"error_code\":42202");
    assertThat(noVersion.headers().firstValue("content-type"))
        .hasValue("application/vnd.schemaregistry.v1+json");
    assertThat(send("GET", "/nowhere", "").body()).contains("\"error_code\":404");
  }

  @Test
  void shouldRefuseWhatIsNoAvroSchema() throws Exception {
    String versions = "/subjects/" + SUBJECT + "/versions";

    assertThat(send("POST", versions, "{\"schema\": \"no schema\"}").body())
        .contains("\"error_code\":42201");
    assertThat(send("POST", versions, "{}").body()).contains("\"error_code\":42201");
    assertThat(send("POST", versions, "nonsense").body()).contains("\"error_code\":400");
    HttpResponse<String> protobuf =
        send("POST", versions, "{\"schemaType\": \"PROTOBUF\", \"schema\": \"syntax\"}");
    assertThat(protobuf.statusCode()).isEqualTo(422);
    assertThat(protobuf.body()).contains("Avro schemas only");
    assertThat(client.getAllSubjects()).isEmpty();
  }

  @Test
  void shouldRefuseAnIncompatibleSchemaUntilTheLevelAllowsIt() throws Exception {
    client.register(SUBJECT, V1);

    refused(() -> client.register(SUBJECT, BREAKING), 409, 409);
    assertThat(client.testCompatibility(SUBJECT, BREAKING)).isFalse();
    assertThat(client.testCompatibilityVerbose(SUBJECT, BREAKING).get(0)).contains("must");
    assertThat(client.testCompatibility(SUBJECT, V2)).isTrue();
    assertThat(client.getAllVersions(SUBJECT)).containsExactly(1);

    client.updateConfig(SUBJECT, new Config("NONE"));
    client.register(SUBJECT, BREAKING);
    assertThat(client.getAllVersions(SUBJECT)).containsExactly(1, 2);
    assertThat(client.getConfig(null).getCompatibilityLevel()).isEqualTo("BACKWARD");
  }

  @Test
  void shouldKeepIdsVersionsAndLevelsOverARestart() throws Exception {
    int first = client.register(SUBJECT, V1);
    int second = client.register(SUBJECT, V2);
    client.updateConfig(null, new Config("FULL"));

    restart();

    assertThat(client.getSchemaById(first)).isEqualTo(V1);
    assertThat(client.getSchemaById(second)).isEqualTo(V2);
    assertThat(client.getAllVersions(SUBJECT)).containsExactly(1, 2);
    assertThat(client.getConfig(null).getCompatibilityLevel()).isEqualTo("FULL");
    assertThat(client.register("new-value", BREAKING)).isGreaterThan(second);
  }

  @Test
  void shouldNeverGiveTheIdOfADeletedSchemaToAnother() throws Exception {
    int deleted = client.register(SUBJECT, V1);
    refused(() -> client.deleteSubject(SUBJECT, true), 404, 40405);

    assertThat(client.deleteSubject(SUBJECT)).containsExactly(1);
    assertThat(client.getAllSubjects()).isEmpty();
    assertThat(newClient().getSchemaById(deleted)).isEqualTo(V1);

    assertThat(client.deleteSubject(SUBJECT, true)).containsExactly(1);
    refused(() -> newClient().getSchemaById(deleted), 404, 40403);
    restart();
    assertThat(client.register(SUBJECT, V2)).isGreaterThan(deleted);
  }

  @Test
  void shouldCountVersionsOnAfterADeletion() throws Exception {
    client.register(SUBJECT, V1);
    client.register(SUBJECT, V2);

    assertThat(client.deleteSchemaVersion(SUBJECT, "2")).isEqualTo(2);

    refused(() -> client.deleteSchemaVersion(SUBJECT, "2"), 404, 40406);
    assertThat(client.getAllVersions(SUBJECT)).containsExactly(1);
    newClient().register(SUBJECT, V2);
    assertThat(client.getAllVersions(SUBJECT)).containsExactly(1, 3);
  }

  @Test
  void shouldResolveReferencesAndKeepWhatIsReferredTo() throws Exception {
    client.register(SUBJECT, V1);
    List<SchemaReference> references = List.of(new SchemaReference("test.Sighting", SUBJECT, 1));
    String pair =
        """
        {"type": "record", "name": "Pair", "namespace": "test",
         "fields": [{"name": "one", "type": "test.Sighting"}]}""";

    int id =
        client.register(
            "pairs-value",
            new AvroSchema(pair, references, Map.of("test.Sighting", V1.canonicalString()), null));

    restart();
    assertThat(client.getSchemaById(id).references()).isEqualTo(references);
    refused(() -> client.deleteSubject(SUBJECT), 422, 42206);
  }

  @Test
  void shouldRefuseAFolderThatIsInUseOrADamagedFile(@TempDir Path damaged) throws IOException {
    assertThatThrownBy(() -> EmbeddedRegistry.start(folder))
        .isInstanceOf(EmbeddedFailure.class)
        .hasMessageContaining(folder + " is in use");
    assertThatThrownBy(() -> EmbeddedRegistry.start(damaged, registry.port()))
        .isInstanceOf(EmbeddedFailure.class)
        .hasMessageContaining("cannot listen on 127.0.0.1:" + registry.port());

    Files.writeString(damaged.resolve("schemas.json"), "{\"lastId\": 3, \"schemas");
    assertThatThrownBy(() -> EmbeddedRegistry.start(damaged))
        .isInstanceOf(EmbeddedFailure.class)
        .hasMessageContaining("schemas.json is damaged");
  }

  private void restart() throws IOException {
    stop();
    start();
  }

  /* The client caches; a new one asks the registry. */
  private SchemaRegistryClient newClient() {
    return new CachedSchemaRegistryClient(registry.url(), 100);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      ThrowingCallable call, int status, int code) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RestClientException.class,
            e -> {
              assertThat(e.getStatus()).isEqualTo(status);
              assertThat(e.getErrorCode()).isEqualTo(code);
            });
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static AvroSchema sighting(String moreFields) {
    return new AvroSchema(
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Sighting", "namespace": "test",
                 "fields": [{"name": "address", "type": "string"}%s]}"""
                    .formatted(moreFields)));
  }
}
