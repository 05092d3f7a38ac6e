package io.weir.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.apache.avro.specific.AvroGenerated;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  /** Kafka has no other class for somebody who has to make headers. */
  private static final DescribedPredicate<JavaClass> HEADERS =
      JavaClass.Predicates.type(RecordHeaders.class);

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.weir");

  @Test
  void shouldKnowEveryPackage() {
    assertThat(
            MAIN.stream()
                .map(type -> type.getPackageName().substring("io.weir.".length()))
                .distinct())
        .isSubsetOf(Arrows.ALLOWED.keySet());
  }

  static Stream<String> packages() {
    return Arrows.ALLOWED.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void shouldFollowTheArrows(String name) {
    noClasses()
        .that()
        .resideInAPackage(Arrows.packageOf(name))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.weir..").and(not(resideInAnyPackage(Arrows.mayUse(name)))))
        // The table also names packages that are still to come.
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void shouldKeepTheDomainFreeOfLibraries() {
    classes()
        .that()
        .resideInAPackage("io.weir.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "io.weir.domain..", "io.weir.address..")
        .check(MAIN);
  }

  @Test
  void shouldAllowAddressesNoLibraryButTheHashes() {
    classes()
        .that()
        .resideInAPackage("io.weir.address..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "org.bouncycastle..", "io.weir.address..")
        .check(MAIN);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.weir.address..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..")
        .check(MAIN);
  }

  @Test
  void shouldFetchAndReadListsWithoutKafkaAndAvro() {
    noClasses()
        .that()
        .resideInAnyPackage("io.weir.lists..", "io.weir.sources..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "io.confluent..")
        .check(MAIN);
  }

  @Test
  void shouldShowGeneratedRecordsToTheCodecsAlone() {
    classes()
        .that()
        .areAnnotatedWith(AvroGenerated.class)
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage("io.weir.avro")
        .check(MAIN);
  }

  @Test
  void shouldUseTheBrokerInEmbeddedAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.weir.embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "kafka..",
            "org.apache.kafka.controller..",
            "org.apache.kafka.coordinator..",
            "org.apache.kafka.image..",
            "org.apache.kafka.metadata..",
            "org.apache.kafka.network..",
            "org.apache.kafka.raft..",
            "org.apache.kafka.server..",
            "org.apache.kafka.storage..")
        .check(MAIN);
  }

  @Test
  void shouldLeaveTheInternalsOfKafkaAlone() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.kafka..internals..").and(not(HEADERS)))
        .check(MAIN);
  }
}
