package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaContractTest {
  private static final SchemaValidator MUTUAL =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  static List<String> records() {
    return SchemaFiles.RECORDS;
  }

  static Stream<Arguments> archived() {
    return SchemaFiles.RECORDS.stream()
        .flatMap(
            record ->
                SchemaFiles.versions(record).stream().map(version -> arguments(record, version)));
  }

  @Test
  void shouldCoverEveryFile() throws IOException {
    assertThat(SchemaFiles.onFile()).containsExactlyInAnyOrderElementsOf(SchemaFiles.RECORDS);
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldHaveAFirstVersionInTheArchive(String record) {
    assertThat(SchemaFiles.versions(record)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("archived")
  void shouldReadAndBeReadByEveryPublishedVersion(String record, int version) {
    Schema today = SchemaFiles.today(record);
    Schema then = SchemaFiles.archived(record, version);

    assertThatCode(() -> MUTUAL.validate(today, List.of(then))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldExplainEveryTypeAndField(String record) {
    assertThat(named(SchemaFiles.today(record)).values())
        .allSatisfy(
            type -> {
              assertThat(type.getDoc()).as("doc of %s", type.getFullName()).isNotBlank();
              assertThat(fields(type))
                  .allSatisfy(
                      field ->
                          assertThat(field.doc())
                              .as("doc of %s.%s", type.getName(), field.name())
                              .isNotBlank());
            });
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldGiveEveryEnumASymbolForTheUnknown(String record) {
    assertThat(named(SchemaFiles.today(record)).values())
        .filteredOn(type -> type.getType() == Schema.Type.ENUM)
        .allSatisfy(
            type ->
                assertThat(type.getEnumDefault()).as("default of %s", type.getName()).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldGiveEveryFieldAddedSinceADefault(String record) {
    Map<String, Schema> first =
        named(SchemaFiles.archived(record, SchemaFiles.versions(record).get(0)));

    assertThat(named(SchemaFiles.today(record)).values())
        .filteredOn(type -> first.containsKey(type.getFullName()))
        .allSatisfy(
            type ->
                assertThat(fields(type))
                    .filteredOn(
                        field -> !names(first.get(type.getFullName())).contains(field.name()))
                    .allSatisfy(
                        field ->
                            assertThat(field.hasDefaultValue())
                                .as("default of %s.%s", type.getName(), field.name())
                                .isTrue()));
  }

  private static List<Schema.Field> fields(Schema type) {
    return type.getType() == Schema.Type.RECORD ? type.getFields() : List.of();
  }

  private static List<String> names(Schema type) {
    return fields(type).stream().map(Schema.Field::name).toList();
  }

  /** Every named type in a schema, itself among them. */
  private static Map<String, Schema> named(Schema schema) {
    Map<String, Schema> found = new HashMap<>();
    collect(schema, found);
    return found;
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM, FIXED -> found.put(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(type -> collect(type, found));
      default -> {
        // The others have no name.
      }
    }
  }
}
