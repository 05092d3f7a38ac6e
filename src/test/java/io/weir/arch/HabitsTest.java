package io.weir.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What no class may do wherever it stands: habits that a reviewer would otherwise look for. */
class HabitsTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.weir");
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages("io.weir");
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("io.weir");

  private static final DescribedPredicate<JavaCall<?>> NOW_OF_NO_CLOCK =
      target(owner(JavaClass.Predicates.resideInAPackage("java.time..")))
          .and(target(nameMatching("now")))
          .and(not(target(rawParameterTypes(Clock.class))))
          .as("now without a clock");

  @Test
  void shouldWaitForFactsInTests() {
    noClasses().should().callMethodWhere(calls(Thread.class, "sleep")).check(TESTS);
  }

  @Test
  void shouldReadTheEnvironmentInConfigAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.weir.config")
        .should()
        .callMethodWhere(calls(System.class, "getenv"))
        .check(ALL);
  }

  @Test
  void shouldEndTheProcessInMainAlone() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.weir.cli.Main")
        .should()
        .callMethodWhere(calls(System.class, "exit"))
        .orShould()
        .callMethodWhere(calls(Runtime.class, "(exit|halt)"))
        .check(MAIN);
  }

  @Test
  void shouldLogThroughOneApiAlone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.log4j..")
        .check(ALL);
  }

  @Test
  void shouldPrintFromCommandsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.weir.cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(
            target(nameMatching("printStackTrace"))
                .and(target(rawParameterTypes(new Class<?>[0])))
                .as("printStackTrace()"))
        .check(MAIN);
  }

  @Test
  void shouldFoldCaseInANamedLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .check(ALL);
  }

  @Test
  void shouldFormatInANamedLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .check(MAIN);
  }

  @Test
  void shouldTakeTheTimeFromAClockThatIsPassedIn() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.weir.runtime..", "io.weir.embedded..", "io.weir.cli..", "io.weir.publish..")
        .should()
        .callMethodWhere(calls(Clock.class, "(system|tick).*"))
        .orShould()
        .callMethodWhere(calls(System.class, "currentTimeMillis"))
        .orShould()
        .callMethodWhere(NOW_OF_NO_CLOCK)
        .orShould()
        .callConstructor(Date.class)
        .check(MAIN);
  }

  private static DescribedPredicate<JavaCall<?>> calls(Class<?> type, String method) {
    return target(owner(JavaClass.Predicates.type(type)))
        .and(target(nameMatching(method)))
        .as(type.getSimpleName() + "." + method);
  }
}
