package io.weir.lookback;

import io.weir.domain.AlertKind;
import io.weir.domain.Hit;
import io.weir.lookback.HitLife.Stage;
import java.util.Optional;

/** Opens and closes the hits of one transfer, and collects what has to be raised for it. */
final class Turns {
  private final Lives lives;
  private final String transferId;
  private final long offset;
  private final Findings findings;

  /**
   * @param episode how often look-back saw the transfer dropped before
   */
  Turns(Lives lives, Passed transfer, int episode) {
    this.lives = lives;
    this.transferId = transfer.transferId();
    this.offset = transfer.offset();
    this.findings = new Findings(episode);
  }

  Optional<HitLife> life(Hit hit) {
    return lives.hit(transferId, hit.hitId());
  }

  boolean isOpen(Hit hit) {
    return life(hit).filter(HitLife::isOpen).isPresent();
  }

  /**
   * Opens a hit.
   *
   * @param position of the change that listed it
   * @param screenedAt position at which the transfer was screened; what was withdrawn up to it does
   *     not close the hit any more
   */
  void open(Hit hit, long position, long screenedAt) {
    Optional<HitLife> before = life(hit);
    boolean known = before.map(HitLife::knownToScreening).orElse(false);
    long last = before.map(HitLife::lastOffset).orElse(offset);
    findings.add(AlertKind.LOOKBACK, position, hit);
    lives.put(
        transferId,
        hit.hitId(),
        new HitLife(
            Stage.OPEN, Math.max(position, screenedAt), known, true, Math.max(last, offset)));
  }

  /**
   * Closes a hit if it is open and was opened before its listing was withdrawn; one opened later is
   * of a listing that came back.
   *
   * @param position of the change that withdrew the listing
   */
  void close(Hit hit, long position) {
    Optional<HitLife> life = life(hit);
    if (life.isPresent() && life.get().mayBeOpen() && life.get().since() < position) {
      findings.add(AlertKind.DELISTED, position, hit);
      lives.put(
          transferId,
          hit.hitId(),
          new HitLife(
              Stage.CLOSED,
              position,
              life.get().knownToScreening(),
              true,
              Math.max(life.get().lastOffset(), offset)));
    }
  }

  /** Retracts a hit; the transfer is dropped by the caller. */
  void retract(Hit hit, HitLife life) {
    findings.add(AlertKind.RETRACTED, life.since(), hit);
  }

  Findings findings() {
    return findings;
  }
}
