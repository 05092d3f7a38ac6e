package io.weir.bench;

import java.util.HashMap;
import java.util.Map;

/** Writes the transfers of a load as if they had been screened. */
final class WriteHistory extends WriteTransfers {
  private static final String LISTINGS = "listings";
  private static final String TOUCHES = "touches";

  @Override
  LoadSource source(Channel channel, LoadSpec spec) {
    return past(channel, spec);
  }

  /** The settings that {@link #past(Channel)} reads. */
  static Map<String, String> settings(LoadSpec spec, Planting planting) {
    Map<String, String> settings = new HashMap<>(WriteTransfers.settings(spec));
    settings.put(PARTITIONS, Integer.toString(planting.partitions()));
    settings.put(TRANSFERS, Long.toString(planting.transfers()));
    settings.put(LISTINGS, Integer.toString(planting.listings()));
    settings.put(TOUCHES, Integer.toString(planting.touches()));
    return settings;
  }

  /** What a process is told of. */
  static PastTraffic past(Channel channel) {
    return past(channel, spec(channel));
  }

  private static PastTraffic past(Channel channel, LoadSpec spec) {
    return new PastTraffic(
        spec,
        new Planting(
            (int) channel.number(PARTITIONS),
            channel.number(TRANSFERS),
            (int) channel.number(LISTINGS),
            (int) channel.number(TOUCHES)));
  }
}
