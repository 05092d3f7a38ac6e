package io.weir.bench;

import java.util.Map;

/** Writes the transfers of a load. */
final class WriteTransfers extends WriteWork {
  static final String PARTITIONS = "partitions";
  static final String TRANSFERS = "transfers";
  static final String SHAPE = "shape";
  static final String HIT_EVERY = "hit-every";
  static final String HITS_AMONG = "hits-among";

  @Override
  Map<String, String> write(Channel channel, LoadWriter writer) throws InterruptedException {
    LoadSpec spec =
        new LoadSpec(
            channel.number(SEED),
            LoadShape.valueOf(channel.setting(SHAPE)),
            channel.number(HIT_EVERY),
            channel.number(HITS_AMONG));
    return writer
        .transfers(
            channel.setting(TOPIC),
            (int) channel.number(PARTITIONS),
            spec,
            channel.number(TRANSFERS))
        .fields();
  }
}
