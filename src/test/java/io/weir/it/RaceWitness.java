package io.weir.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import io.weir.screening.VerdictHeaders;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Says what the topics hold about a fault, with its coordinates. */
final class RaceWitness {
  private static final int MOST = 10;

  private final ScreeningBed bed;

  RaceWitness(ScreeningBed bed) {
    this.bed = bed;
  }

  /** A paragraph for each fault, the first ones. */
  String tell(List<RaceOracle.Fault> faults) {
    var topics = bed.config.topics();
    var sent = bed.committed(topics.transfers());
    var screened = bed.committed(topics.screenedTransfers());
    var rows = bed.committed(topics.sanctionedAddresses());
    return faults.stream()
        .limit(MOST)
        .map(
            fault ->
                "%s\n  %s\n  sent %s\n  screened %s\n  rows %s"
                    .formatted(
                        fault.pair(),
                        fault.what(),
                        of(fault.pair().transferId(), sent, record -> ""),
                        of(fault.pair().transferId(), screened, RaceWitness::verdict),
                        of(fault.pair().key().toString(), rows, this::listings)))
        .collect(Collectors.joining("\n"));
  }

  private static String of(
      String key,
      List<ConsumerRecord<byte[], byte[]>> records,
      Function<ConsumerRecord<byte[], byte[]>, String> words) {
    return records.stream()
        .filter(record -> new String(record.key(), UTF_8).equals(key))
        .map(record -> record.partition() + "@" + record.offset() + words.apply(record))
        .collect(Collectors.joining(", "));
  }

  private static String verdict(ConsumerRecord<byte[], byte[]> record) {
    return " at row "
        + ScreeningBed.header(record, VerdictHeaders.LIST_POSITION)
        + " hits "
        + ScreeningBed.header(record, VerdictHeaders.HITS);
  }

  private String listings(ConsumerRecord<byte[], byte[]> record) {
    return bed.row(record).map(SanctionedAddress::listings).orElse(List.of()).stream()
        .map(Listing::entryId)
        .toList()
        .toString();
  }
}
