package io.weir.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The loads and lists of a benchmark, written to topics when first asked for. */
final class Loads {
  /** Without progress for so long, nothing more is expected. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A list of ten million would take gigabytes without it. */
  private static final String LIST_COMPRESSION = "lz4";

  private static final List<String> JVM = List.of("-Xmx512m");

  private final Bed bed;
  private final Steps steps;
  private final Map<Asked, Written> loads = new HashMap<>();
  private final Set<String> lists = new HashSet<>();
  private int topics;

  Loads(Bed bed, Steps steps) {
    this.bed = bed;
    this.steps = steps;
  }

  private record Asked(LoadSpec spec, long transfers) {}

  /** A load on a topic, and what it must lead to. */
  record Written(String topic, Expected expected) {
    long transfers() {
      return expected.records().count();
    }
  }

  /** The topic of this load; as many transfers as were asked for. */
  Written load(LoadSpec spec, long transfers) throws InterruptedException {
    Asked asked = new Asked(spec, transfers);
    Written known = loads.get(asked);
    if (known == null) {
      known = write(spec, transfers);
      loads.put(asked, known);
    }
    return known;
  }

  /** Deletes what {@link #load} wrote; it is written again when it is asked for again. */
  void delete() throws InterruptedException {
    for (Written load : loads.values()) {
      bed.delete(load.topic());
    }
    loads.clear();
  }

  /** Writes a load to a topic that nobody else gets, for somebody who adds to it. */
  Written write(LoadSpec spec, long transfers) throws InterruptedException {
    return write(WriteTransfers.class, WriteTransfers.settings(spec), transfers);
  }

  /** Writes a load that has been screened to a topic that nobody else gets. */
  Written history(LoadSpec spec, Planting planting) throws InterruptedException {
    return write(WriteHistory.class, WriteHistory.settings(spec, planting), planting.transfers());
  }

  private Written write(
      Class<? extends WriteTransfers> what, Map<String, String> load, long transfers)
      throws InterruptedException {
    topics++;
    String topic = "transfers-" + topics;
    steps.begins(Format.text("Writing %,d transfers", transfers));
    bed.create(topic, bed.settings().partitions());
    Map<String, String> work = work(topic, bed.settings().compression());
    work.put(WriteTransfers.PARTITIONS, Integer.toString(bed.settings().partitions()));
    work.put(WriteTransfers.TRANSFERS, Long.toString(transfers));
    work.putAll(load);
    Expected expected = Expected.of(written(what, work, transfers));
    steps.ends(
        Format.text(
            "%,d hits, %,d bytes a transfer",
            expected.hits().count(), expected.bytes() / transfers));
    return new Written(topic, expected);
  }

  /**
   * The topic of a list of this length.
   *
   * @param byText whether it is also written by published text, to {@link JoinApp#LIST_BY_TEXT};
   *     the first one that is asked for so is
   */
  String list(long listed, boolean byText) throws InterruptedException {
    String topic = "listed-" + listed;
    if (!lists.contains(topic)) {
      list(topic, listed, byText);
    }
    return topic;
  }

  /** Writes a list of this length to a topic that nobody else gets, for somebody who adds to it. */
  String ownList(long listed) throws InterruptedException {
    topics++;
    String topic = "own-list-" + topics;
    list(topic, listed, false);
    return topic;
  }

  private void list(String topic, long listed, boolean byText) throws InterruptedException {
    steps.begins(Format.text("Writing %,d listed addresses", listed));
    bed.create(topic, 1);
    lists.add(topic);
    Map<String, String> work = work(topic, LIST_COMPRESSION);
    work.put(WriteList.LISTED, Long.toString(listed));
    if (byText && lists.add(JoinApp.LIST_BY_TEXT)) {
      bed.create(JoinApp.LIST_BY_TEXT, 1);
      work.put(WriteList.BY_TEXT, JoinApp.LIST_BY_TEXT);
    }
    Map<String, String> unused = written(WriteList.class, work, listed);
    steps.ends("done");
  }

  private Map<String, String> work(String topic, String compression) {
    Map<String, String> work = new HashMap<>(bed.addresses());
    work.put(WriteWork.TOPIC, topic);
    work.put(WriteWork.SEED, Long.toString(bed.settings().seed()));
    work.put("kafka.producer.compression.type", compression);
    // Large batches: this is not what is measured.
    work.put("kafka.producer.linger.ms", "20");
    work.put("kafka.producer.batch.size", "262144");
    return work;
  }

  private Map<String, String> written(
      Class<? extends WriteWork> what, Map<String, String> work, long records)
      throws InterruptedException {
    String name = "write-" + work.get(WriteWork.TOPIC);
    try (Child writer = bed.launcher().start(name, what, JVM, work)) {
      while (true) {
        Map<String, String> event = writer.poll(PATIENCE);
        if (event.isEmpty()) {
          throw new BenchFailure("Nothing is written any more." + writer.quoted());
        }
        if (WriteWork.DONE.equals(event.get(Channel.EVENT))) {
          return event;
        }
        steps.progress(Long.parseLong(event.getOrDefault(WriteWork.WRITTEN, "0")), records);
      }
    }
  }
}
