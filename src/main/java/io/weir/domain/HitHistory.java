package io.weir.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The life of one hit, folded from the alerts that opened and closed it.
 *
 * @param hit as the last alert describes it
 * @param alerts those that name it, in the order of the alerts topic, never empty
 */
public record HitHistory(Hit hit, List<Alert> alerts) {
  public HitHistory {
    alerts = List.copyOf(alerts);
    if (alerts.isEmpty()) {
      throw new IllegalArgumentException("A hit's life begins with an alert");
    }
  }

  /**
   * The lives of the hits of one transfer, in the order of their first alerts.
   *
   * @param alerts of the transfer, in the order of the alerts topic
   */
  public static List<HitHistory> fold(List<Alert> alerts) {
    Map<String, List<Alert>> named = new LinkedHashMap<>();
    Map<String, Hit> last = new LinkedHashMap<>();
    for (Alert alert : alerts) {
      for (Hit hit : alert.hits()) {
        named.computeIfAbsent(hit.hitId(), unused -> new ArrayList<>()).add(alert);
        last.put(hit.hitId(), hit);
      }
    }
    List<HitHistory> lives = new ArrayList<>();
    named.forEach((id, those) -> lives.add(new HitHistory(last.get(id), those)));
    return lives;
  }

  /** Whether an alert opens its hits. */
  public static boolean opens(AlertKind kind) {
    return kind == AlertKind.HIT || kind == AlertKind.LOOKBACK;
  }

  /** Whether an alert closes its hits. */
  public static boolean closes(AlertKind kind) {
    return kind == AlertKind.DELISTED || kind == AlertKind.RETRACTED;
  }

  /** Whether the hit is open. */
  public boolean isOpen() {
    boolean open = false;
    for (Alert alert : alerts) {
      open = opens(alert.kind()) || (open && !closes(alert.kind()));
    }
    return open;
  }

  /** How often it was opened while it was open. */
  public int repeats() {
    int repeats = 0;
    boolean open = false;
    for (Alert alert : alerts) {
      if (opens(alert.kind())) {
        repeats += open ? 1 : 0;
        open = true;
      } else if (closes(alert.kind())) {
        open = false;
      }
    }
    return repeats;
  }
}
