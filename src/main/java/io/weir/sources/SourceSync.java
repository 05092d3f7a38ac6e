package io.weir.sources;

import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.domain.Retrieval;
import io.weir.lists.ListRefused;
import io.weir.lists.Publication;
import io.weir.sources.ListTarget.Change;
import io.weir.sources.ListTarget.NotTaken;
import io.weir.sources.SyncResult.Outcome;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * One look for one list: ask whether there is something newer than what is in force, read it, have
 * it compared, judged and published. Whatever goes wrong ends as a result, with the list in force
 * untouched; only an interrupt and a fault of Weir's own end as exceptions.
 *
 * Looks for several lists may run at once. They wait for their servers side by side, and take turns
 * (in Turns) at everything that needs memory or the cluster.
 */
/** Brings what a source publishes into force. */
public final class SourceSync {
  private static final Logger LOG = LoggerFactory.getLogger(SourceSync.class);

  private final Fetchers fetchers;
  private final ListTarget target;
  private final Turns turns;
  private final Clock clock;

  /**
   * @param turns in which publications are read and published; shared by all that sync at once
   */
  public SourceSync(Fetchers fetchers, ListTarget target, Turns turns, Clock clock) {
    this.fetchers = fetchers;
    this.target = target;
    this.turns = turns;
    this.clock = clock;
  }

  /** Looks once. */
  public SyncResult sync(ListSource source) throws InterruptedException {
    try {
      return look(source);
    } catch (ListRefused e) {
      return refused(source, e.reason().name(), e);
    } catch (FetchFailed e) {
      return e.reason() == FetchFailed.Reason.TOO_LARGE
          ? refused(source, e.reason().name(), e)
          : SyncResult.bad(source, Outcome.NOT_FETCHED, e.reason().name(), e);
    } catch (NotTaken e) {
      return SyncResult.bad(source, Outcome.NOT_TAKEN, Outcome.NOT_TAKEN.name(), e);
    }
  }

  private SyncResult look(ListSource source)
      throws ListRefused, FetchFailed, NotTaken, InterruptedException {
    Optional<ListManifest> inForce = turns.take(() -> target.inForce(source.list()));
    try (SourceFiles files = new SourceFiles(source, fetchers.of(source))) {
      SourceFiles.Found found = files.find(Readers.known(source, inForce));
      Retrieval retrieval = Readers.retrieval(source.format(), found.validators());
      return found.changed()
          ? turns.take(() -> load(source, files.read().withRetrieval(retrieval)))
          : turns.take(() -> confirm(source, retrieval, inForce.orElseThrow()));
    }
  }

  private SyncResult load(ListSource source, Publication publication) throws ListRefused, NotTaken {
    return SyncResult.good(source, target.load(publication), publication.source().publishedOn());
  }

  private SyncResult confirm(ListSource source, Retrieval retrieval, ListManifest inForce)
      throws NotTaken {
    target.confirm(inForce, retrieval);
    return SyncResult.good(source, Change.NOTHING, inForce.source().publishedOn());
  }

  private SyncResult refused(ListSource source, String reason, Exception why)
      throws InterruptedException {
    Refusal refusal =
        new Refusal(
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            reason,
            String.valueOf(why.getMessage()),
            source.place().shown());
    try {
      turns.take(
          () -> {
            target.refuse(source.list(), refusal);
            return Change.NOTHING;
          });
    } catch (NotTaken | ListRefused | FetchFailed e) {
      // The refusal stands all the same; what is missing is its trace on the cluster.
      LOG.warn(
          "A refusal could not be written down list={} reason=\"{}\"",
          source.key(),
          String.valueOf(e.getMessage()));
    }
    return SyncResult.bad(source, Outcome.REFUSED, reason, why);
  }
}
