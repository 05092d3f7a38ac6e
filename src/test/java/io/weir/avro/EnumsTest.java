package io.weir.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnumsTest {

  static Stream<Arguments> pairs() {
    return Stream.of(
        arguments(io.weir.domain.Action.class, Action.class),
        arguments(io.weir.domain.AlertKind.class, AlertKind.class),
        arguments(io.weir.domain.Direction.class, Direction.class),
        arguments(io.weir.domain.Match.class, Match.class),
        arguments(io.weir.domain.Role.class, Role.class),
        arguments(io.weir.domain.Severity.class, Severity.class),
        arguments(io.weir.domain.TransferStatus.class, TransferStatus.class));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void shouldHaveTheSameConstantsInDomainAndSchema(
      Class<? extends Enum<?>> domain, Class<? extends Enum<?>> avro) {
    assertThat(names(domain)).containsExactlyInAnyOrderElementsOf(names(avro));
  }

  private static List<String> names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }
}
