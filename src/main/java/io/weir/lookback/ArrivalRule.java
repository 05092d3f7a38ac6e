package io.weir.lookback;

import static java.util.stream.Collectors.toSet;

import io.weir.address.AddressKey;
import io.weir.domain.Hit;
import io.weir.domain.KnownAddress;
import io.weir.domain.KnownListing;
import io.weir.domain.Listing;
import io.weir.lookback.HitLife.Stage;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * What follows when a transfer arrives: its hits are remembered, and held against the changes of
 * the list that came before the transfer but after it was screened.
 */
final class ArrivalRule {
  /*
   * Why it suffices. Screening saw every row up to the transfer's position, and perhaps later ones.
   * A listing that came above the position and that this task knows is either among the recorded
   * hits, because screening saw it after all, or is opened here. One that this task does not know
   * yet starts a scan when it comes, which covers this transfer.
   *
   * Who opened a hit. A recorded hit of which nothing is known was opened by screening just now. One
   * that look-back closed before the record came was not opened again if screening knew it, because
   * it remembers; then look-back has to. If screening did not know it, it has opened it, and nobody
   * can tell whether before or after look-back closed it: then it is opened or closed once more.
   */

  private final KnownList list;
  private final Lives lives;
  private final LongFunction<Optional<Passed>> earlier;

  /**
   * @param earlier reads a record of an offset again; empty when retention has taken it
   */
  ArrivalRule(KnownList list, Lives lives, LongFunction<Optional<Passed>> earlier) {
    this.list = list;
    this.lives = lives;
    this.earlier = earlier;
  }

  /**
   * What has to be raised, with the lives of the hits brought up to date.
   *
   * @param today UTC
   */
  List<Finding> arrive(Passed transfer, LocalDate today) {
    if (transfer.dropped()) {
      return retract(transfer);
    }
    Verdict verdict = transfer.verdict();
    long position = verdict.position();
    if (verdict.hits().isEmpty() && !verdict.tooMany() && position >= list.position()) {
      return List.of();
    }
    lives.seen(transfer);
    Set<String> doubtful = remember(transfer);
    if (doubtful.isEmpty() && position >= list.position()) {
      return List.of();
    }
    Turns turns = turns(transfer);
    for (AddressKey key : transfer.keys()) {
      if (!doubtful.isEmpty() || list.changedAbove(key, position)) {
        KnownAddress known = list.of(key);
        open(transfer, known, today, doubtful, turns);
        close(transfer, known, turns);
      }
    }
    return turns.findings().list();
  }

  /** Whether a later change has to come back to the transfer, whatever its position. */
  boolean isInDoubt(Passed transfer) {
    return transfer.verdict().hits().stream()
        .flatMap(hit -> lives.hit(transfer.transferId(), hit).stream())
        .anyMatch(life -> life.mayBeOpen() && !life.isOpen());
  }

  /** Notes what screening opened; the ids of those of its hits that may be closed. */
  private Set<String> remember(Passed transfer) {
    Set<String> named = new LinkedHashSet<>(transfer.verdict().hits());
    if (transfer.verdict().tooMany()) {
      named.addAll(inForceThen(transfer));
    }
    Set<String> doubtful = new HashSet<>();
    for (String hit : named) {
      HitLife life = remember(transfer, hit);
      if (!life.isOpen()) {
        doubtful.add(hit);
      }
    }
    return doubtful;
  }

  private HitLife remember(Passed transfer, String hit) {
    long position = transfer.verdict().position();
    HitLife life =
        lives
            .hit(transfer.transferId(), hit)
            .map(
                before ->
                    before.knownToScreening()
                        ? before.seenAt(transfer.offset())
                        : new HitLife(
                            before.isOpen() ? Stage.OPEN : Stage.IN_DOUBT,
                            before.isOpen() ? before.since() : position,
                            true,
                            before.touched(),
                            transfer.offset()))
            .orElse(new HitLife(Stage.OPEN, position, true, false, transfer.offset()));
    lives.put(transfer.transferId(), hit, life);
    return life;
  }

  /** A record with too many hits to name has all that were in force at its position. */
  private Set<String> inForceThen(Passed transfer) {
    Set<String> ids = new HashSet<>();
    for (AddressKey key : transfer.keys()) {
      KnownAddress known = list.of(key);
      for (Hit hit : HitSearch.ever(transfer, known, known.inForce())) {
        if (since(known, hit) <= transfer.verdict().position()) {
          ids.add(hit.hitId());
        }
      }
    }
    return ids;
  }

  private static void open(
      Passed transfer, KnownAddress known, LocalDate today, Set<String> doubtful, Turns turns) {
    for (Hit hit : HitSearch.open(transfer, known, today)) {
      long since = since(known, hit);
      boolean late = since > transfer.verdict().position() && !turns.isOpen(hit);
      if (late || doubtful.contains(hit.hitId())) {
        turns.open(hit, since, transfer.verdict().position());
      }
    }
  }

  private static void close(Passed transfer, KnownAddress known, Turns turns) {
    List<Listing> gone = known.withdrawn().stream().map(KnownListing::listing).toList();
    for (Hit hit : HitSearch.ever(transfer, known, gone)) {
      turns.close(hit, known.withdrawn(hit.listing().listingId()).orElseThrow().position());
    }
  }

  private List<Finding> retract(Passed transfer) {
    Map<String, HitLife> all = lives.hits(transfer.transferId());
    // What look-back never touched, screening has retracted.
    Map<String, HitLife> ours = new TreeMap<>(all);
    ours.values().removeIf(life -> !life.mayBeOpen() || !life.touched());
    Turns turns = turns(transfer);
    retract(transfer, ours, turns);
    // A drop may name fewer parties than what was sent before.
    Set<Long> offsets = ours.values().stream().map(HitLife::lastOffset).collect(toSet());
    for (long offset : offsets) {
      earlier.apply(offset).ifPresent(record -> retract(record, ours, turns));
    }
    all.forEach((hit, life) -> drop(transfer, hit, life));
    int times = 1 + lives.dropped(transfer.transferId()).map(Lives.Dropped::times).orElse(0);
    lives.putDropped(transfer.transferId(), new Lives.Dropped(transfer.offset(), times));
    return turns.findings().list();
  }

  /** Retracts those that a record has, and takes them out. */
  private void retract(Passed record, Map<String, HitLife> ours, Turns turns) {
    if (ours.isEmpty()) {
      return;
    }
    for (AddressKey key : record.keys()) {
      KnownAddress known = list.of(key);
      for (Hit hit : HitSearch.ever(record, known, HitSearch.everything(known))) {
        HitLife life = ours.remove(hit.hitId());
        if (life != null) {
          turns.retract(hit, life);
        }
      }
    }
  }

  private void drop(Passed transfer, String hit, HitLife life) {
    if (life.touched()) {
      lives.put(
          transfer.transferId(),
          hit,
          new HitLife(Stage.CLOSED, life.since(), false, true, transfer.offset()));
    } else {
      lives.forget(transfer.transferId(), hit);
    }
  }

  private Turns turns(Passed transfer) {
    int episode = lives.dropped(transfer.transferId()).map(Lives.Dropped::times).orElse(0);
    return new Turns(lives, transfer, episode);
  }

  private static long since(KnownAddress known, Hit hit) {
    return known.inForce(hit.listing().listingId()).orElseThrow().position();
  }
}
