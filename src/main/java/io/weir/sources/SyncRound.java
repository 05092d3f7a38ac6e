package io.weir.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One look for each of several lists, side by side. */
public final class SyncRound {
  private SyncRound() {}

  /** The results, in the order of the sources. */
  public static List<SyncResult> of(List<ListSource> sources, SourceSync sync)
      throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.max(1, sources.size()), work -> new Thread(work, "weir-sync"));
    try {
      List<Future<SyncResult>> looks = new ArrayList<>();
      sources.forEach(source -> looks.add(threads.submit(() -> sync.sync(source))));
      List<SyncResult> results = new ArrayList<>();
      for (Future<SyncResult> look : looks) {
        results.add(look.get());
      }
      return List.copyOf(results);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A look for a list failed as none should", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
