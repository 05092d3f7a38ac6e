package io.weir.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** An input that tells how many bytes were read from it. */
final class CountedInput extends FilterInputStream {
  private final LongConsumer counter;

  CountedInput(InputStream in, LongConsumer counter) {
    super(in);
    this.counter = counter;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      counter.accept(1);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      counter.accept(read);
    }
    return read;
  }
}
