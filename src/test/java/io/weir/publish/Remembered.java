package io.weir.publish;

import io.weir.domain.ListEvent;
import io.weir.domain.ListEvent.Kind;
import io.weir.lists.ListId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Lists on paper, and a memory of what they held that shares nothing with their history. */
final class Remembered {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  enum What {
    WHOLE,
    ADDITIONS_ONLY,
    RESTART,
    DROP
  }

  /**
   * One thing that is done to a list.
   *
   * @param seconds how far the clock moves before it; clocks are set back, too
   * @param lost an address whose row may be lost before it
   */
  record Step(What what, ListId list, Map<Integer, String> claims, int seconds, int lost) {}

  /** What a list held from a moment on. */
  record State(Instant at, Map<Integer, String> claims) {}

  final PaperLists paper = new PaperLists();
  private final Map<ListId, List<State>> states = new HashMap<>();
  private Instant now = START;

  static Remembered after(List<Step> steps) {
    Remembered remembered = new Remembered();
    steps.forEach(remembered::apply);
    return remembered;
  }

  /** Does it, and remembers what the list holds from then on. */
  void apply(Step step) {
    now = now.plusSeconds(step.seconds);
    Map<Integer, String> before = last(step.list).map(State::claims).orElse(Map.of());
    Map<Integer, String> claims = new TreeMap<>(step.what == What.DROP ? Map.of() : step.claims);
    if (step.what == What.ADDITIONS_ONLY) {
      claims.putAll(before);
    }
    write(step).ifPresent(at -> remember(step.list, at, claims));
  }

  private Optional<Instant> write(Step step) {
    return switch (step.what) {
      case WHOLE -> load(step, UnaryOperator.identity());
      case ADDITIONS_ONLY -> {
        int before = paper.history.size();
        Optional<Instant> at = load(step, ListLoad::additionsOnly);
        // Additions that were all there leave no trace, not even of their time: the list is as old
        // as before, and a clock that is set back behind them is not noticed.
        yield at.filter(unused -> paper.history.size() > before);
      }
      case RESTART -> load(step, ListLoad::restartingHistory);
      case DROP ->
          paper.exists(step.list) ? Optional.of(paper.drop(step.list, now)) : Optional.empty();
    };
  }

  private Optional<Instant> load(Step step, UnaryOperator<ListLoad> options) {
    return Optional.of(paper.load(step.list, step.claims, now, options));
  }

  /** Remembers; a list is never older than it was. */
  void remember(ListId id, Instant at, Map<Integer, String> claims) {
    Instant effective = last(id).map(State::at).filter(at::isBefore).orElse(at);
    states.computeIfAbsent(id, unused -> new ArrayList<>()).add(new State(effective, claims));
  }

  /** Remembers what the list really holds, after something was done to it. */
  void remember(Step step) {
    now = now.plusSeconds(step.seconds);
    write(step).ifPresent(at -> remember(step.list, at, paper.inForce(step.list)));
  }

  Optional<State> last(ListId id) {
    List<State> all = states.getOrDefault(id, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Forgets everything, as the lists do of which the past has no history. */
  void forget() {
    paper.forgetHistory();
    states.clear();
  }

  /** What a list held at a moment; empty when it was not loaded by then. */
  Optional<Map<Integer, String>> at(Instant moment, ListId id) {
    return states.getOrDefault(id, List.of()).stream()
        .filter(state -> !state.at.isAfter(moment))
        .reduce((earlier, later) -> later)
        .map(State::claims);
  }

  /** All moments at which something happened, and those beside them, from the first load on. */
  List<Instant> moments() {
    return states.values().stream()
        .flatMap(List::stream)
        .map(State::at)
        .flatMap(at -> Stream.of(at.minusMillis(1), at, at.plusMillis(1)))
        .distinct()
        .filter(at -> !at.isBefore(begins()))
        .toList();
  }

  Instant begins() {
    return paper.history.stream()
        .filter(event -> event.kind() == Kind.PUBLISHED)
        .map(ListEvent::at)
        .findFirst()
        .orElse(Instant.MAX);
  }
}
