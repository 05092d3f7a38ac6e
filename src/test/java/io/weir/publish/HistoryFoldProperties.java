package io.weir.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.ListEvent;
import io.weir.domain.ListEvent.Kind;
import io.weir.lists.ListId;
import io.weir.publish.Remembered.State;
import io.weir.publish.Remembered.Step;
import io.weir.publish.Remembered.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class HistoryFoldProperties {
  private static final List<ListId> LISTS =
      List.of(new ListId("OFAC", "SDN"), new ListId("OFAC", "CONS"), new ListId("EU", "FSF"));

  @Property
  void shouldTellOfEveryMomentWhatWasInForce(@ForAll("steps") List<Step> steps) {
    Remembered remembered = Remembered.after(steps);

    assertTrue(remembered, LISTS);
  }

  @Property
  void shouldPassOverALoadThatNeverTookEffect(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 10_000) int which) {
    Remembered remembered = Remembered.after(steps);
    PaperLists other = new PaperLists();
    other.load(
        LISTS.get(0), Map.of(1, "Never", 2, "Loaded"), Instant.MAX, UnaryOperator.identity());
    List<ListEvent> withoutItsEnd = other.history.subList(0, other.history.size() - 1);
    remembered.paper.history.addAll(betweenLoads(remembered, which), withoutItsEnd);

    assertTrue(remembered, LISTS);
  }

  @Property
  void shouldClaimNothingOfTheTimeBeforeItBegan(
      @ForAll("steps") List<Step> untold, @ForAll("steps") List<Step> told) {
    Remembered remembered = Remembered.after(untold);
    remembered.forget();
    List<ListId> old =
        LISTS.stream().filter(id -> !remembered.paper.inForce(id).isEmpty()).toList();
    told.forEach(remembered::remember);

    for (Instant moment : remembered.moments()) {
      for (ListId id : LISTS) {
        Optional<Map<Integer, String>> expected = remembered.at(moment, id);
        if (expected.isPresent()) {
          assertThat(claimed(remembered.paper.asOf(moment), id)).isEqualTo(expected);
        } else if (old.contains(id)) {
          assertThat(claimed(remembered.paper.asOf(moment), id)).isEmpty();
        }
      }
    }
    Instant before = remembered.begins().minusMillis(1);
    assertThat(LISTS).allMatch(id -> claimed(remembered.paper.asOf(before), id).isEmpty());
  }

  @Property
  void shouldNotClaimWhatWasLostBehindItsBack(@ForAll("orderly") List<Step> steps) {
    Remembered remembered = new Remembered();

    for (Step step : steps) {
      remembered.paper.lose(step.lost());
      Optional<State> before = remembered.last(step.list());
      Map<Integer, String> found = remembered.paper.inForce(step.list());
      remembered.remember(step);
      Optional<State> after = remembered.last(step.list());

      after.ifPresent(
          state ->
              assertThat(claimed(remembered.paper.asOf(state.at()), step.list()))
                  .contains(state.claims()));
      if (before.isPresent()
          && !before.get().claims().equals(found)
          && after.orElseThrow().at().isAfter(before.get().at())) {
        assertThat(claimed(remembered.paper.asOf(before.get().at()), step.list())).isEmpty();
      }
    }
  }

  @Property
  void shouldNotClaimWhatAnEventThatCannotBeReadMayContradict(
      @ForAll("orderly") List<Step> steps, @ForAll @IntRange(max = 10_000) int which) {
    Remembered remembered = Remembered.after(steps);
    int unreadable = which % Math.max(1, remembered.paper.history.size());

    for (Instant moment : remembered.moments()) {
      ListsAsOf asOf = without(unreadable, remembered.paper.history, moment);
      for (ListId id : LISTS) {
        claimed(asOf, id)
            .ifPresent(
                claims -> assertThat(claims).isEqualTo(remembered.at(moment, id).orElse(Map.of())));
      }
    }
  }

  private static void assertTrue(Remembered remembered, List<ListId> lists) {
    for (Instant moment : remembered.moments()) {
      ListsAsOf asOf = remembered.paper.asOf(moment);
      for (ListId id : lists) {
        assertThat(claimed(asOf, id))
            .as("%s at %s", id, moment)
            .contains(remembered.at(moment, id).orElse(Map.of()));
      }
    }
  }

  private static ListsAsOf without(int unreadable, List<ListEvent> history, Instant moment) {
    HistoryFold fold = new HistoryFold(moment);
    for (int i = 0; i < history.size(); i++) {
      if (i == unreadable) {
        fold.acceptUnreadable(HistoryTopic.keyOf(history.get(i)));
      } else {
        fold.accept(history.get(i));
      }
    }
    return fold.finish();
  }

  /** A place in the history that lies within no load. */
  private static int betweenLoads(Remembered remembered, int which) {
    List<ListEvent> history = remembered.paper.history;
    List<Integer> places = new ArrayList<>(List.of(0));
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).kind() == Kind.PUBLISHED) {
        places.add(i + 1);
      }
    }
    return places.get(which % places.size());
  }

  /** What the history claims a list to have held; empty when that is in doubt. */
  private static Optional<Map<Integer, String>> claimed(ListsAsOf asOf, ListId id) {
    Optional<ListAsOf> told =
        asOf.lists().stream()
            .filter(list -> (list.authority() + '/' + list.list()).equals(id.toString()))
            .findFirst();
    if (told.isEmpty()) {
      boolean begun = asOf.begins().filter(asOf.moment()::isBefore).isEmpty();
      return begun && asOf.begins().isPresent() ? Optional.of(Map.of()) : Optional.empty();
    }
    return told.filter(list -> list.doubt().isEmpty())
        .map(list -> PaperLists.claims(list.listings()));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return steps(-30);
  }

  /** With clocks that nobody sets back. */
  @Provide
  Arbitrary<List<Step>> orderly() {
    return steps(0);
  }

  private static Arbitrary<List<Step>> steps(int leastSeconds) {
    Arbitrary<Map<Integer, String>> claims =
        Arbitraries.maps(
                Arbitraries.integers().between(0, 23), Arbitraries.of("Old name", "New name"))
            .ofMaxSize(12);
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(6, What.WHOLE),
                Tuple.of(3, What.ADDITIONS_ONLY),
                Tuple.of(1, What.RESTART),
                Tuple.of(1, What.DROP)),
            Arbitraries.of(LISTS),
            claims,
            Arbitraries.integers().between(leastSeconds, 90),
            Arbitraries.integers().between(0, 7))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }
}
