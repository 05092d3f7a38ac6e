package io.weir.screening;

import io.weir.address.AddressKey;
import io.weir.address.Fingerprint;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Look-ups of keys in the list, as the hot path makes them: of many, hardly one is listed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx4g")
public class ListIndexBenchmark {
  /** A power of two; the keys that are asked for must not all be in the processor's caches. */
  private static final int ASKED = 1 << 20;

  /** How many are looked up together; it divides those that are asked for. */
  private static final int TOGETHER = 256;

  @Param({"1000", "100000", "10000000"})
  public int listed;

  private final AddressKey[] asked = new AddressKey[ASKED];
  private final long[] fingerprints = new long[ASKED];
  private final long[] wanted = new long[TOGETHER];
  private final long[] found = new long[TOGETHER];
  private ListIndex index;
  private int next;

  @Setup
  public void fill() throws IOException {
    index =
        new ListIndex(
            Files.createTempDirectory("weir-benchmark"),
            row -> {
              AddressKey key = AddressKey.account(row);
              return new SanctionedAddress(key, List.of(Listing.unreadable(key)));
            });
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < listed; i++) {
      byte[] hash = hash(random);
      index.list(AddressKey.account(hash), hash, Optional.of(LocalDate.MAX));
    }
    for (int i = 0; i < ASKED; i++) {
      asked[i] = AddressKey.account(hash(random));
      fingerprints[i] = Fingerprint.of(asked[i]);
    }
  }

  private static byte[] hash(SplittableRandom random) {
    byte[] hash = new byte[20];
    random.nextBytes(hash);
    return hash;
  }

  @Benchmark
  public List<Listing> miss() {
    return index.listings(asked[next++ & (ASKED - 1)]);
  }

  /** Time of each of those that are looked up together. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public long[] missByFingerprint() {
    System.arraycopy(fingerprints, next, wanted, 0, TOGETHER);
    next = (next + TOGETHER) & (ASKED - 1);
    index.lookUp(wanted, TOGETHER, found);
    return found;
  }
}
