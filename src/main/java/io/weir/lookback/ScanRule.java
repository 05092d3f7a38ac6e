package io.weir.lookback;

import io.weir.domain.Hit;
import io.weir.domain.KnownAddress;
import io.weir.domain.ListingChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a change of the list, or a question, means for a transfer that had passed before it. */
final class ScanRule {
  private final KnownList list;
  private final Lives lives;

  ScanRule(KnownList list, Lives lives) {
    this.list = list;
    this.lives = lives;
  }

  /**
   * What has to be raised, with the lives of the hits brought up to date.
   *
   * @param transfer one that touches the change's key
   * @param today UTC
   */
  List<Finding> scan(Passed transfer, ListingChange change, LocalDate today) {
    Optional<Lives.Dropped> dropped = lives.dropped(transfer.transferId());
    if (transfer.dropped()
        || dropped.filter(last -> last.offset() > transfer.offset()).isPresent()) {
      return List.of();
    }
    lives.seen(transfer);
    int episode = dropped.map(Lives.Dropped::times).orElse(0);
    Turns turns = new Turns(lives, transfer, episode);
    KnownAddress known = list.of(change.key());
    for (Hit hit : HitSearch.open(transfer, known, today)) {
      long since = known.inForce(hit.listing().listingId()).orElseThrow().position();
      if (!turns.isOpen(hit) && isMeant(transfer, change, since, turns.life(hit))) {
        turns.open(hit, since, transfer.verdict().position());
      }
    }
    for (Hit hit : HitSearch.ever(transfer, known, change.removed())) {
      turns.close(hit, change.position());
    }
    return turns.findings().list();
  }

  /**
   * Whether the change is about a listing: that of one that has gone, or gone and come back, a
   * later change tells. At or above its position screening has seen it, which tells nothing in
   * doubt.
   */
  private static boolean isMeant(
      Passed transfer, ListingChange change, long since, Optional<HitLife> life) {
    if (change.question().isPresent()) {
      return true;
    }
    boolean inDoubt = life.filter(HitLife::mayBeOpen).isPresent();
    return since == change.position()
        && (transfer.verdict().position() < change.position() || inDoubt);
  }
}
