package io.weir.bench;

import java.util.Map;

/** Writes the transfers of a load. */
class WriteTransfers extends WriteWork {
  static final String PARTITIONS = "partitions";
  static final String TRANSFERS = "transfers";
  private static final String SHAPE = "shape";
  private static final String HIT_EVERY = "hit-every";
  private static final String HITS_AMONG = "hits-among";
  private static final String REHEARSAL = "rehearsal";

  /** The settings that {@link #spec} reads. */
  static Map<String, String> settings(LoadSpec spec) {
    return Map.of(
        SEED, Long.toString(spec.seed()),
        SHAPE, spec.shape().name(),
        HIT_EVERY, Long.toString(spec.hitEvery()),
        HITS_AMONG, Long.toString(spec.hitsAmong()),
        REHEARSAL, Long.toString(spec.rehearsal()));
  }

  /** The load that a process is told of. */
  static LoadSpec spec(Channel channel) {
    return new LoadSpec(
        channel.number(SEED),
        LoadShape.valueOf(channel.setting(SHAPE)),
        channel.number(HIT_EVERY),
        channel.number(HITS_AMONG),
        channel.number(REHEARSAL));
  }

  @Override
  Map<String, String> write(Channel channel, LoadWriter writer) throws InterruptedException {
    return writer
        .transfers(
            channel.setting(TOPIC),
            (int) channel.number(PARTITIONS),
            source(channel, spec(channel)),
            channel.number(TRANSFERS))
        .fields();
  }

  /** What is written, one by one. */
  LoadSource source(Channel channel, LoadSpec spec) {
    return new LoadTraffic(spec);
  }
}
