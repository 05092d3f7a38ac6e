package io.weir.avro;

import io.weir.domain.Samples;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Reads bytes that nobody wrote, in a JVM of its own with a small heap. Ends by an exception when
 * one is thrown out of the reader, and by the JVM's own end when the heap does not suffice.
 */
public final class HostileBytes {
  /** Lengths as Avro writes them: 2^31 - 1, -2^31, 2^62, 64 MiB and one, -1. */
  private static final List<byte[]> LENGTHS =
      List.of(
          varint(Integer.MAX_VALUE),
          varint(Integer.MIN_VALUE),
          varint(1L << 62),
          varint((64L << 20) + 1),
          varint(-1));

  private HostileBytes() {}

  public static void main(String[] args) {
    AvroSafety.apply();
    long seed = Long.parseLong(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Random random = new Random(seed);
    Written written = new Written();
    TransferReader reader = written.reader();
    byte[] good =
        written.by(Samples.ether("a transfer", Samples.SOMEBODY, Samples.RONIN_EXPLOITER));
    for (int round = 0; round < rounds; round++) {
      byte[] bad = spoilt(good, random, round % 4);
      boolean answered = answered(reader.parties(bad)) && answered(reader.whole(bad));
      if (!answered) {
        throw new IllegalStateException("No answer, seed " + seed + ", round " + round);
      }
    }
  }

  private static boolean answered(TransferReader.Result<?> result) {
    return result.value().isPresent() != result.problem().isPresent();
  }

  private static byte[] spoilt(byte[] good, Random random, int how) {
    return switch (how) {
      case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
      case 1 -> {
        byte[] flipped = good.clone();
        flipped[1 + Integer.BYTES + random.nextInt(good.length - 5)] ^=
            (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 2 -> {
        byte[] noise = new byte[1 + Integer.BYTES + random.nextInt(200)];
        random.nextBytes(noise);
        System.arraycopy(good, 0, noise, 0, 1 + Integer.BYTES);
        yield noise;
      }
      default -> {
        byte[] length = LENGTHS.get(random.nextInt(LENGTHS.size()));
        int at = 1 + Integer.BYTES + random.nextInt(good.length - 5);
        ByteBuffer longer = ByteBuffer.allocate(good.length + length.length);
        yield longer.put(good, 0, at).put(length).put(good, at, good.length - at).array();
      }
    };
  }

  private static byte[] varint(long value) {
    long rest = (value << 1) ^ (value >> 63);
    ByteBuffer bytes = ByteBuffer.allocate(10);
    while ((rest & ~0x7FL) != 0) {
      bytes.put((byte) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
