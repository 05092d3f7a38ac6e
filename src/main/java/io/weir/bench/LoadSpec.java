package io.weir.bench;

/**
 * What decides every byte of a load but the ids of its schemas.
 *
 * @param seed the same seed makes the same load
 * @param hitEvery one transfer of so many touches a listed address; 0 for none
 * @param hitsAmong hits are taken from so many rows at the beginning of the list; 0 only when there
 *     are none
 */
public record LoadSpec(long seed, LoadShape shape, long hitEvery, long hitsAmong) {
  public LoadSpec {
    if (hitEvery < 0 || hitsAmong < 0 || (hitEvery > 0 && hitsAmong == 0)) {
      throw new IllegalArgumentException("one hit in " + hitEvery + " among " + hitsAmong);
    }
  }

  /** The seed of one thing of many that a seed decides. */
  static long scrambled(long seed, long index) {
    // Neighbouring seeds give neighbouring streams without it.
    return (seed * 0x9E3779B97F4A7C15L ^ index) * 0xBF58476D1CE4E5B9L;
  }
}
