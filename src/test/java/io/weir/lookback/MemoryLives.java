package io.weir.lookback;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lives in maps. */
final class MemoryLives implements Lives {
  private final Map<String, Map<String, HitLife>> hits = new HashMap<>();
  private final Map<String, Dropped> dropped = new HashMap<>();

  @Override
  public Optional<HitLife> hit(String transferId, String hitId) {
    return Optional.ofNullable(hits(transferId).get(hitId));
  }

  @Override
  public Map<String, HitLife> hits(String transferId) {
    return Map.copyOf(hits.getOrDefault(transferId, Map.of()));
  }

  @Override
  public void put(String transferId, String hitId, HitLife life) {
    hits.computeIfAbsent(transferId, unused -> new TreeMap<>())
        .put(hitId, HitLife.read(life.bytes()));
  }

  @Override
  public void forget(String transferId, String hitId) {
    hits.getOrDefault(transferId, new TreeMap<>()).remove(hitId);
  }

  /** Forgets what the store would. */
  void forgetOutlived(long oldest) {
    dropped
        .entrySet()
        .removeIf(drop -> drop.getValue().offset() < oldest && hits(drop.getKey()).isEmpty());
    hits.values().forEach(ofOne -> ofOne.values().removeIf(life -> life.isOutlived(oldest)));
  }

  @Override
  public Optional<Dropped> dropped(String transferId) {
    return Optional.ofNullable(dropped.get(transferId));
  }

  @Override
  public void putDropped(String transferId, Dropped drop) {
    dropped.put(transferId, drop);
  }
}
