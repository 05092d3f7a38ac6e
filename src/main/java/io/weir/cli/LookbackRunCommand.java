package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.avro.RegistrySerdes;
import io.weir.config.Needs;
import io.weir.config.WeirConfig;
import io.weir.domain.ListingChange;
import io.weir.domain.LookbackQuestion;
import io.weir.domain.LookbackReport;
import io.weir.runtime.Registry;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir lookback run}: a look-back that somebody asks for. */
@Command(
    name = "run",
    description = {
      "Looks for an address in the transfers that have passed, and reports what was found.",
      "Whatever should be open by the list in force and is not is alerted. It needs a running Weir,"
          + " whose scans answer in their turn."
    })
final class LookbackRunCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long MOST_SECONDS = Duration.ofDays(365).toSeconds();

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(
      names = "--address",
      required = true,
      paramLabel = "ADDRESS",
      description = "The address, in any spelling.")
  private String address;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Leave out what was screened before: a day in UTC, which is counted in, or a time with"
              + " its offset. Default: everything there is.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description =
          "Leave out what was screened later: a day, which is counted in, or a time. Default:"
              + " now.")
  private @Nullable String to;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "Wait so long for the reports. Default: ${DEFAULT-VALUE}.")
  private long timeout;

  @Option(names = "--json", description = "Print JSON: the report of each partition.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    AddressKey key = key();
    if (timeout < 1 || timeout > MOST_SECONDS) {
      throw new ParameterException(
          spec.commandLine(), "--timeout expects 1 to " + MOST_SECONDS + " seconds.");
    }
    Instant now = Instant.now();
    TimeRange range = range(now);
    LookbackQuestion question =
        new LookbackQuestion(
            UUID.randomUUID().toString(),
            range.from().orElse(Instant.EPOCH),
            range.to().orElse(now));
    WeirConfig config = connection.load(Needs.BROKER_AND_REGISTRY);
    RegistrySerdes serdes = Registry.connect(config);
    int partitions;
    try (TopicRead changes = TopicRead.open(config, config.topics().listingChanges())) {
      partitions = changes.partitions();
    }
    ask(config, serdes, ListingChange.question(key, question), partitions);
    List<LookbackReport> reports = await(config, serdes, question.id(), partitions);
    print(key, reports);
    return ExitCode.OK.number();
  }

  private AddressKey key() {
    if (Addresses.readAnyChain(address) instanceof Address read) {
      return read.key();
    }
    throw new ParameterException(spec.commandLine(), "--address expects an address.");
  }

  private TimeRange range(Instant now) {
    try {
      return TimeRange.parse(from, to, now);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static void ask(
      WeirConfig config, RegistrySerdes serdes, ListingChange question, int partitions)
      throws InterruptedException {
    String topic = config.topics().listingChanges();
    Map<String, Object> settings = new HashMap<>(config.kafkaClient("producer."));
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    byte[] value = serdes.listingChange().serializer().serialize(topic, question);
    byte[] key = question.key().toString().getBytes(UTF_8);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<? extends Future<?>> sent =
          IntStream.range(0, partitions)
              .mapToObj(number -> producer.send(new ProducerRecord<>(topic, number, key, value)))
              .toList();
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new CommandFailed(
          ExitCode.UNREACHABLE, "The question could not be asked: " + e.getCause(), e);
    }
  }

  private List<LookbackReport> await(
      WeirConfig config, RegistrySerdes serdes, String question, int partitions)
      throws InterruptedException {
    Deserializer<LookbackReport> deserializer = serdes.lookbackReport().deserializer();
    LookbackReports reports = new LookbackReports();
    long deadline = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
    try (TopicRead read = TopicRead.open(config, config.topics().lookbackReports())) {
      while (System.nanoTime() < deadline) {
        read.toEnd(
            record -> {
              LookbackReport report = deserializer.deserialize(record.topic(), record.value());
              if (report.question().filter(question::equals).isPresent()) {
                reports.add(report);
              }
            });
        if (reports.finished().size() == partitions) {
          return reports.finished();
        }
        Thread.sleep(POLL.toMillis());
      }
    }
    throw new CommandFailed(
        ExitCode.STREAM_FAILED,
        reports.finished().size()
            + " of "
            + partitions
            + " partitions have answered within "
            + timeout
            + " s. Is look-back running? The question stays asked; weir lookback status shows the"
            + " reports when they come.");
  }

  private void print(AddressKey key, List<LookbackReport> reports) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.print(out, reports.stream().map(LookbackReports::fields).toList());
      return;
    }
    LookbackReports.print(out, reports);
    out.println();
    out.println(
        LookbackReports.number(reports.stream().mapToLong(one -> one.work().matched()).sum())
            + " transfers touch "
            + AlertLine.printable(key.toString())
            + "; "
            + LookbackReports.number(reports.stream().mapToLong(one -> one.work().opened()).sum())
            + " hits were opened.");
    out.flush();
  }
}
