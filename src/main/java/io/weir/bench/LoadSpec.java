package io.weir.bench;

/**
 * What decides every byte of a load but the ids of its schemas.
 *
 * @param seed the same seed makes the same load
 * @param hitEvery one transfer of so many touches a listed address; 0 for none
 * @param hitsAmong hits are taken from so many rows at the beginning of the list; 0 only when there
 *     are none
 * @param rehearsal transfers at the beginning, of which more are hits
 */
public record LoadSpec(long seed, LoadShape shape, long hitEvery, long hitsAmong, long rehearsal) {
  /**
   * One of so many of the rehearsal is a hit, if there are any: code that hits alone reach is then
   * compiled, as it is in a process of some days. With one in 10,000 it took a tenth of the
   * thread's time behind some eleven million transfers, about a millisecond each.
   */
  private static final long REHEARSED_HIT_EVERY = 200;

  public LoadSpec {
    if (hitEvery < 0 || hitsAmong < 0 || rehearsal < 0 || (hitEvery > 0 && hitsAmong == 0)) {
      throw new IllegalArgumentException("one hit in " + hitEvery + " among " + hitsAmong);
    }
  }

  /** A load without a rehearsal. */
  public LoadSpec(long seed, LoadShape shape, long hitEvery, long hitsAmong) {
    this(seed, shape, hitEvery, hitsAmong, 0);
  }

  /** The same load, in which so many transfers at the beginning are a rehearsal. */
  LoadSpec rehearsing(long transfers) {
    return new LoadSpec(seed, shape, hitEvery, hitsAmong, transfers);
  }

  /** One transfer of so many around this one touches a listed address; 0 for none. */
  long hitEvery(long index) {
    return index < rehearsal ? Math.min(hitEvery, REHEARSED_HIT_EVERY) : hitEvery;
  }

  /** The seed of one thing of many that a seed decides. */
  static long scrambled(long seed, long index) {
    // Neighbouring seeds give neighbouring streams without it.
    return (seed * 0x9E3779B97F4A7C15L ^ index) * 0xBF58476D1CE4E5B9L;
  }
}
