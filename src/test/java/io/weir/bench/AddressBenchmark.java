package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.address.AddressWriter;
import io.weir.address.AddressWriter.Coin;
import io.weir.address.Addresses;
import io.weir.address.Chain;
import io.weir.address.QuickReader;
import io.weir.address.Reading;
import io.weir.runtime.Defaults;
import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/** From the text of an address to its key. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AddressBenchmark {
  /** A power of two; too many for the processor to know by heart. */
  private static final int COUNT = 1 << 14;

  /** The spellings of the chains that a load moves. */
  public enum Spelling {
    EVM_LOWER_CASE("ethereum"),
    EVM_MIXED_CASE("ethereum"),
    TRON("tron"),
    TRON_HEX("tron"),
    BITCOIN_P2PKH("bitcoin"),
    BITCOIN_P2SH("bitcoin"),
    BITCOIN_P2WPKH("bitcoin"),
    BITCOIN_P2TR("bitcoin"),
    SOLANA("solana");

    private final String chain;

    Spelling(String chain) {
      this.chain = chain;
    }

    private String write(SplittableRandom random) {
      byte[] hash = new byte[this == SOLANA || this == BITCOIN_P2TR ? 32 : 20];
      random.nextBytes(hash);
      return switch (this) {
        case EVM_LOWER_CASE -> AddressWriter.evmLowerCase(hash);
        case EVM_MIXED_CASE -> AddressWriter.evm(hash);
        case TRON -> AddressWriter.tron(hash);
        case TRON_HEX -> AddressWriter.tronHex(hash);
        case BITCOIN_P2PKH -> AddressWriter.p2pkh(Coin.BITCOIN, hash);
        case BITCOIN_P2SH -> AddressWriter.p2sh(Coin.BITCOIN, hash);
        case BITCOIN_P2WPKH -> AddressWriter.p2wpkh(Coin.BITCOIN, hash);
        case BITCOIN_P2TR -> AddressWriter.p2tr(Coin.BITCOIN, hash);
        case SOLANA -> AddressWriter.solana(hash);
      };
    }
  }

  @Param public Spelling spelling;

  private final String[] addresses = new String[COUNT];
  private final byte[][] bytes = new byte[COUNT][];
  private final QuickReader quick = new QuickReader();
  private Chain chain;
  private int next;

  @Setup
  public void make() throws IOException {
    chain = Defaults.chains(Optional.empty()).find(spelling.chain).orElseThrow();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < COUNT; i++) {
      addresses[i] = spelling.write(random);
      bytes[i] = addresses[i].getBytes(UTF_8);
    }
  }

  @Benchmark
  public Reading read() {
    return Addresses.read(chain, addresses[next++ & (COUNT - 1)]);
  }

  /**
   * As for a transfer that is certainly clear; what it leaves to {@link #read} is quick to tell.
   */
  @Benchmark
  public long quick() {
    byte[] text = bytes[next++ & (COUNT - 1)];
    return quick.read(chain.family(), text, 0, text.length);
  }
}
