package io.weir.bench;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.weir.address.AddressKey;
import io.weir.address.Chains;
import io.weir.address.Family;
import io.weir.address.QuickChains;
import io.weir.address.QuickReader;
import io.weir.avro.AvroSafety;
import io.weir.avro.PartySkimmer;
import io.weir.avro.RegistrySerdes;
import io.weir.avro.SkimmedParties;
import io.weir.avro.TransferReader;
import io.weir.domain.Hit;
import io.weir.domain.Hits;
import io.weir.domain.Legs;
import io.weir.domain.Listing;
import io.weir.domain.Parties;
import io.weir.domain.Transfer;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of a transfer to what screening makes of them, step by step, without Kafka. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TransferBenchmark {
  /** A power of two. */
  private static final int COUNT = 1 << 14;

  private static final long LISTED = 1_000;

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

  @Param public LoadShape shape;

  private final byte[][] values = new byte[COUNT][];
  private final Map<AddressKey, List<Listing>> list = new HashMap<>();
  private final SkimmedParties skimmed = new SkimmedParties();
  private final QuickReader addresses = new QuickReader();
  private TransferReader reader;
  private PartySkimmer skimmer;
  private QuickChains families;
  private Chains chains;
  private int next;

  @Setup
  public void make() throws IOException {
    AvroSafety.apply();
    chains = Defaults.chains(Optional.empty());
    RegistrySerdes serdes = RegistrySerdes.over(new MockSchemaRegistryClient());
    reader = new TransferReader(serdes.client());
    skimmer = reader.skimmer();
    Serializer<Transfer> serializer = serdes.transfer().serializer();
    LoadTraffic traffic = new LoadTraffic(new LoadSpec(1, shape, 10_000, LISTED));
    for (int i = 0; i < COUNT; i++) {
      values[i] = serializer.serialize("transfers", traffic.at(i).transfer());
    }
    // Skimming never asks for a schema.
    Parties unused = reader.parties(values[0]).value().orElseThrow();
    families = new QuickChains(chains);
    ListedRows rows = new ListedRows(1);
    LongStream.range(0, LISTED)
        .mapToObj(rows::row)
        .forEach(row -> list.put(row.key(), row.listings()));
  }

  private byte[] value() {
    return values[next++ & (COUNT - 1)];
  }

  /**
   * The certainly clear: where the addresses are in the bytes, and the fingerprints of their keys.
   */
  @Benchmark
  public long fingerprints() {
    if (!skimmer.skim(value(), skimmed)) {
      throw new IllegalStateException("Nothing skimmed");
    }
    Family family = families.find(skimmed.bytes(), skimmed.chainFrom(), skimmed.chainTo());
    long all = 0;
    for (int party = 0; party < skimmed.count(); party++) {
      all ^= addresses.read(family, skimmed.bytes(), skimmed.from(party), skimmed.to(party));
    }
    return all;
  }

  /** The addresses out of the bytes. */
  @Benchmark
  public Parties parties() {
    return reader.parties(value()).value().orElseThrow();
  }

  /** And their keys. */
  @Benchmark
  public Legs legs() {
    return Legs.of(reader.parties(value()).value().orElseThrow(), chains);
  }

  /** And what is listed. */
  @Benchmark
  public List<Hit> hits() {
    Parties parties = reader.parties(value()).value().orElseThrow();
    Legs legs = Legs.of(parties, chains);
    return Hits.of(
        parties.transferId(), legs.legs(), key -> list.getOrDefault(key, List.of()), TODAY);
  }

  /** The whole record, as for a hit. */
  @Benchmark
  public Transfer whole() {
    return reader.whole(value()).value().orElseThrow();
  }
}
