package io.weir.sources;

import static io.weir.sources.ScriptedServer.file;
import static io.weir.sources.ScriptedServer.silence;
import static io.weir.sources.ScriptedServer.status;
import static io.weir.sources.SyncBed.addresses;
import static io.weir.sources.SyncBed.csv;
import static io.weir.sources.SyncBed.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.lists.ListId;
import io.weir.sources.SyncResult.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SyncWatchTest {
  private static final Duration OFTEN = Duration.ofMillis(10);
  private static final Pace PACE = new Pace(Duration.ofMillis(1), new Random(1));

  @TempDir Path folder;
  private final List<SyncWatch.Look> looks = new CopyOnWriteArrayList<>();
  private SyncBed bed;

  @BeforeEach
  void open() {
    bed = new SyncBed(folder);
  }

  @AfterEach
  void close() {
    bed.close();
  }

  private SyncWatch watch(ListSource... sources) {
    return new SyncWatch(List.of(sources), bed.sync, PACE, looks::add);
  }

  private List<Outcome> outcomes(String list) {
    return looks.stream()
        .map(SyncWatch.Look::result)
        .filter(result -> result.source().list().list().equals(list))
        .map(SyncResult::outcome)
        .toList();
  }

  @Test
  void shouldLookAgainAndAgain() {
    try (ScriptedServer server =
            new ScriptedServer(file(csv(addresses(1)), "ETag: \"1\""), status("304 Not Modified"));
        SyncWatch watch = watch(SyncBed.every(OFTEN, source(server)))) {
      watch.start();

      await("three looks").until(() -> looks.size() >= 3);
      assertThat(outcomes("WATCH").subList(0, 3))
          .containsExactly(Outcome.PUBLISHED, Outcome.UNCHANGED, Outcome.UNCHANGED);
    }
  }

  @Test
  void shouldGoOnAfterAFailureAndLeaveTheOthersAlone() {
    try (ScriptedServer good = new ScriptedServer(file(csv(addresses(1))));
        ScriptedServer bad =
            new ScriptedServer(status("500 Fault"), status("500 Fault"), file(csv(addresses(2))));
        SyncWatch watch =
            watch(
                source(good),
                SyncBed.every(OFTEN, SyncBed.as(new ListId("OWN", "OTHER"), source(bad))))) {
      watch.start();

      await("the other list").until(() -> outcomes("OTHER").contains(Outcome.PUBLISHED));
      assertThat(outcomes("OTHER").subList(0, 2))
          .containsExactly(Outcome.NOT_FETCHED, Outcome.PUBLISHED);
      await("the good list").until(() -> outcomes("WATCH").size() == 1);
    }
  }

  @Test
  void shouldStopAtOnceWhileItWaitsForAServerAndForItsTime() throws Exception {
    try (ScriptedServer silent = new ScriptedServer(silence());
        ScriptedServer good = new ScriptedServer(file(csv(addresses(1))))) {
      SyncWatch watch = watch(source(good), SyncBed.as(new ListId("OWN", "OTHER"), source(silent)));
      watch.start();
      silent.awaitRequest();
      await("the good list").until(() -> looks.size() == 1);

      watch.close();

      assertThatCode(watch::awaitEnd).doesNotThrowAnyException();
      assertThat(watch.hasFailed()).isFalse();
      await("no thread left")
          .until(
              () ->
                  Thread.getAllStackTraces().keySet().stream()
                      .noneMatch(thread -> thread.getName().startsWith("weir-sync-")));
      assertThat(looks).hasSize(1);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void shouldEndWhenOneListIsNoLongerLookedFor() {
    try (ScriptedServer server = new ScriptedServer(file(csv(addresses(1))));
        SyncWatch watch =
            new SyncWatch(
                List.of(source(server)),
                bed.sync,
                PACE,
                look -> {
                  throw new IllegalArgumentException("a fault");
                })) {
      watch.start();

      assertThatThrownBy(watch::awaitEnd)
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("a fault");
      watch.stop();
      assertThat(watch.hasFailed()).isTrue();
    }
  }
}
