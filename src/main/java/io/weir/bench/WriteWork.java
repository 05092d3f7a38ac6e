package io.weir.bench;

import io.weir.avro.RegistrySerdes;
import io.weir.config.WeirConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes records to topics with all cores, and tells how far it is. */
abstract class WriteWork implements BenchWork {
  static final String TOPIC = "topic";
  static final String SEED = "seed";

  /** The event of progress, and its field. */
  static final String WRITTEN = "written";

  static final String DONE = "done";

  private static final long TELL_MILLIS = 500;

  /** Writes everything; what that must lead to. */
  abstract Map<String, String> write(Channel channel, LoadWriter writer)
      throws InterruptedException;

  @Override
  public void run(Channel channel) throws InterruptedException {
    WeirConfig config = BenchConfig.of(channel.settings());
    LoadWriter writer =
        new LoadWriter(
            new HashMap<>(config.kafkaClient("producer.")),
            RegistrySerdes.at(config.schemaRegistryUrl(), config.registry()),
            Runtime.getRuntime().availableProcessors());
    CountDownLatch over = new CountDownLatch(1);
    Thread teller = new Thread(() -> tell(channel, writer, over), "weir-bench-progress");
    teller.setDaemon(true);
    teller.start();
    try {
      channel.tell(DONE, write(channel, writer));
    } finally {
      over.countDown();
    }
  }

  private static void tell(Channel channel, LoadWriter writer, CountDownLatch over) {
    try {
      while (!over.await(TELL_MILLIS, TimeUnit.MILLISECONDS)) {
        channel.tell(WRITTEN, Map.of(WRITTEN, Long.toString(writer.written())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
