package io.weir.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sanctions of a file of FollowTheMoney, by the entity they are about. */
final class FtmSanctions {
  private final Map<String, List<Sanction>> byEntity = new HashMap<>();

  /** The same few programs come again and again. */
  private final Map<String, String> programs = new HashMap<>();

  /**
   * One designation.
   *
   * @param endedOn when it was lifted; empty while it holds, and when no whole date says so
   */
  record Sanction(
      List<String> programs, Optional<LocalDate> listedOn, Optional<LocalDate> endedOn) {

    /**
     * @param day empty when the file does not tell its date, and then nothing counts as lifted
     */
    boolean holdsOn(Optional<LocalDate> day) {
      return endedOn.isEmpty() || day.isEmpty() || !endedOn.get().isBefore(day.get());
    }
  }

  /** Keeps an entity of the schema {@code Sanction}. */
  void add(FtmEntity entity) {
    List<String> ids = entity.values("programId");
    Sanction sanction =
        new Sanction(
            (ids.isEmpty() ? entity.values("program") : ids)
                .stream().map(program -> programs.computeIfAbsent(program, p -> p)).toList(),
            dates(entity, "listingDate", "startDate").findFirst(),
            dates(entity, "endDate").max(Comparator.naturalOrder()));
    entity
        .values("entity")
        .forEach(about -> byEntity.computeIfAbsent(about, e -> new ArrayList<>(1)).add(sanction));
  }

  /** Those about an entity that hold on a day. */
  List<Sanction> of(String entity, Optional<LocalDate> day) {
    return byEntity.getOrDefault(entity, List.of()).stream()
        .filter(sanction -> sanction.holdsOn(day))
        .toList();
  }

  /** The whole dates among the values of the first property that has any, in order. */
  private static Stream<LocalDate> dates(FtmEntity entity, String... properties) {
    return Stream.of(properties)
        .map(
            property ->
                entity.values(property).stream()
                    .flatMap(value -> OpenSanctionsFtm.date(value).stream())
                    .sorted()
                    .toList())
        .filter(dates -> !dates.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream();
  }
}
